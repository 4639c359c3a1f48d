// Signing out leads here: what this tab kept of an answer that was not saved is forgotten.
"use strict";

sessionStorage.clear();
