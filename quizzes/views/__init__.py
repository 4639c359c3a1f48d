"""Views speak HTTP and HTML: they translate, and decide nothing."""
