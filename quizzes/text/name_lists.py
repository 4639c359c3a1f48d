"""Word lists by which names are told apart: titles, roles, given names, organisations, places.

Closed and general: nothing here is taken from one article. Lower case throughout.
"""

from quizzes.text.words import word_set

TITLES = word_set(
    "mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness king queen prince "
    "princess emperor pope cardinal archbishop bishop rev reverend father pastor imam rabbi "
    "sheikh sheikha ayatollah swami president vice-president premier chancellor minister "
    "secretary ambassador commissioner senator sen rep representative congressman "
    "congresswoman mp mep mla governor gov mayor councillor alderman justice judge magistrate "
    "attorney general gen colonel col major captain capt lieutenant lt sergeant sgt corporal "
    "private commander admiral marshal brigadier officer constable inspector superintendent "
    "detective sheriff chief director chairman chairwoman chairperson chair ceo cfo coo cto "
    "pm coach speaker leader hon saint"
)
# Titles that are never surnames: they may also end a run of capitals.
OFFICES = TITLES - word_set(
    "king queen prince pope major bishop judge justice lord marshal pastor father chief "
    "cardinal general captain private dame baron sheikh leader speaker saint coach hon col "
    "gen"
)
ROLES = word_set(
    "activist actor actress adviser advisor agent ambassador analyst architect artist "
    "astronaut astronomer athlete attorney author banker biologist blogger boss broker "
    "builder businessman businesswoman campaigner candidate captain carpenter ceo chairman "
    "chairwoman chef chemist chief climatologist coach co-founder cofounder colleague "
    "columnist comedian commander commentator commissioner composer conservationist "
    "consultant coordinator co-ordinator critic curator daughter dentist deputy designer "
    "detective diplomat director doctor driver ecologist economist editor educator employee "
    "engineer entrepreneur epidemiologist executive expert farmer father filmmaker film-maker "
    "firefighter fisherman forward founder geologist goalkeeper governor guitarist head "
    "historian husband inspector investor journalist judge lawmaker lawyer leader lecturer "
    "legislator librarian manager mayor mechanic member midfielder midwife minister model "
    "mother musician neighbor neighbour neuroscientist novelist nurse nutritionist officer "
    "official organiser organizer owner painter partner pastor philosopher photographer "
    "physicist pilot player playwright poet policeman policewoman politician premier "
    "president principal producer professor programmer prosecutor psychiatrist psychologist "
    "publisher pupil rector representative reporter researcher resident scientist secretary "
    "senator sergeant singer singer-songwriter sister skipper sociologist soldier solicitor "
    "son spokesman spokesperson spokeswoman statistician storyteller striker student "
    "superintendent surgeon teacher technician technologist trainer treasurer trustee veteran "
    "vet vice-president victim volunteer warden widow wife winemaker winner witness worker "
    "writer zoologist"
)
GIVEN_NAMES = word_set(
    "aaliyah aaron abdul abdullah abena abigail abu adam aditi aditya adrian ahmad ahmed "
    "aisha akash akiko akira alan albert alejandro alex alexander alexandra alexis alfred ali "
    "alice alison alistair amanda amina amir amit amy ana anand ananya andre andrea "
    "andreas andrei andrew andy angela anil anita anjali ann anna anne anthony antonio anya "
    "arjun arnold arthur arun asha ashok aung ayesha barbara barry bashar ben benjamin "
    "bernard beth bilal bill boris brad brian bruce camila carl carla carlos carol caroline "
    "catherine cecilia charles charlie charlotte chen chidi chinedu chloe chris christian "
    "christina christine christopher claire clara clay clayton colin connor craig cristina "
    "cynthia dale daniel danny darren dave david dean deborah deepak dennis derek diana diego "
    "dmitri dmitry don donald donna dorothy douglas duncan dwayne earl eddie edgar edward "
    "edwin eileen elaine eleanor elena elizabeth ella ellen elliott emeka emily emma emmanuel "
    "eric erik erika ernest esther ethan eva evan evelyn faisal farah farid fatima felipe "
    "felix femi fernando fiona florence folake frances francesca francesco francis frank fred "
    "freddie gabriel gail gareth garry gary gavin geoff george georgia gerald gerard gilbert "
    "gina giovanni giulia glen glenn gloria gordon grace graham greg guillermo gustavo gwen "
    "habib hamid hanan hannah hans harold harriet harry haruki harvey hassan hazel heather "
    "helen henry herbert hiroshi holly howard hugh hugo hussain hussein ian ibrahim imran "
    "ines ingrid irene isaac isabel isabella isla ivan jack jackie jacob jake jamal james "
    "jamie jamil jan jane janet jason javier jean jeff jeffrey jennifer jenny jeremy jerry "
    "jesse jessica jill jim jimmy jing joan joanna jodie joe joel johan john johnny jonathan "
    "jorge jose joseph josephine joshua joyce juan judith julia julian julie juliet justin "
    "kamal karen karim karl kate katherine kathleen kathryn kavita kay keiko keith kelly ken "
    "kenji kenneth kerry kevin khaled kim kiran kirsty kofi kristen kristin kumar kwabena "
    "kwame kyle laila lakshmi lalit larry lars laura lauren lawrence layla leah lee leila leo "
    "leonard leslie lewis li liam lin lina linda lisa liz lloyd logan lois lorraine louis "
    "louise lucas lucia lucy luigi luis luke lydia lynn maggie mahmoud majid malcolm malik "
    "manish manuel marc marco marcus margaret maria mariam marie mario marion mark martha "
    "martin marwan mary matt matthew maureen maurice max maya meera megan mei melanie melissa "
    "mercy michael michel michelle miguel mike mikhail milan mina mitchell mohamed mohammad "
    "mohammed mohan molly monica morgan mpho muhammad mukesh muriel mustafa nadia naledi "
    "nancy naoko naomi narendra nasser natalie natasha nathan neil nelson neville ngozi "
    "nicholas nick nicola nicole nigel nikhil nina nitin noah noor norma norman olga oliver "
    "olivia olusegun omar oscar osman owen pablo pamela pat patricia patrick paul paula pearl "
    "pedro peggy penny peter phil philip philippa phillip phoebe pierre pippa pooja pradeep "
    "prakash pranab priya rachael rachel rafael rahul raj rajesh rajiv rakesh ralph ramesh "
    "randall randy rania rashid ravi ray raymond rebecca reginald rekha rhys ricardo richard "
    "rick rita ritu rob robert roberta roberto robin rodney roger rohan rohit roland ron "
    "ronald rory rosa rose ross roy ruby rupert russell ruth ryan sabrina sachin saeed "
    "sally salma sam samantha sami samir samuel sandra sanjay sara sarah satish saul scott "
    "sean sebastian sergei sergey seth shah shane shankar sharon shaun sheila sheldon shelley "
    "shirley shreya sidney silvia simon simone sipho sofia sonia sophia sophie spencer "
    "stacey stacy stan stanley stefan stella stephanie stephen steve steven stewart stuart "
    "sudha sue sunil suresh susan sushma swati sylvia tahir takashi tamara tanya tariq ted "
    "teddy tendai teresa terry thabo thandi theo theodore theresa thomas tim timothy tina "
    "tobias toby todd tom tomas tony tracey tracy travis trevor tristan tunde tyler uma "
    "ursula usha valerie vanessa varun vera veronica victor victoria vijay vikram vince "
    "vincent vinod violet virginia vivek vivian vivien vladimir walid walter wang warren "
    "wayne wei wendy wilfred wilhelm william winston xavier yahya yasmin yoko yousef youssef "
    "yuki yusuf zachary zainab zara zhang ziad zodwa zoe"
)
ORGANISATION_WORDS = word_set(
    "academy administration agency airlines airways alliance army assembly association "
    "authority bank board brigade broadcaster bureau cabinet centre center chamber charity "
    "church club coalition college command commission committee company confederation "
    "congress consortium constabulary corp corporation council court department directorate "
    "embassy exchange faculty federation force forces forum foundation front fund gallery "
    "government group guard guild hospital house inc industries initiative inspectorate "
    "institute institution lab laboratory labs league library limited llc ltd magazine "
    "ministry mission mosque movement museum navy network news observatory office orchestra "
    "organisation organization parliament party plc police post press programme program "
    "project registry regiment school senate service services society station store studios "
    "syndicate system team temple times treasury tribunal trust union university veterans "
    "watch watchdog"
)
PLACE_WORDS = word_set(
    "airport avenue bay beach bridge canal cape castle cathedral city coast county creek "
    "desert district east falls forest garden gate hall harbour harbor heights highway hill "
    "hills island islands kingdom lake lane mount mountain mountains new north northern ocean "
    "palace park peninsula plaza port province region republic ridge river road sea south "
    "southern square state states strait street tower town valley village west western "
    "eastern central upper lower great yard zone"
)
# Capitalised common nouns that follow names in captions and headings.
NO_SURNAMES = word_set("image images photo video audio picture show day news project act")
# Acronyms of places and of things: no organisation speaks through them.
NO_ORGANISATION = word_set(
    "us usa uk uae ussr dc gps dna rna hiv aids gdp tv pc dvd cd mri ufo rsvp ad bc am pm gmt "
    "ceo cfo mp mps mep phd ba ma md id ai vat faq ngo ngos suv atm pin sms url usb pr hr i "
    "ii iii iv vi vii viii ix xi xii covid sars uav it"
)
PARTICLES = word_set(
    "al el bin ibn bint ben abu de del della der den des di da dal do dos das du la le les lo "
    "van von zu ter ten af av y e"
)
# Capitalised only because they open a sentence or a heading.
FUNCTION_WORDS = word_set(
    "a about according across aged after against all almost along already also although am "
    "amid among an and another any are around as at back be because been before behind being "
    "below beneath beside besides between beyond both but by can could despite did do does "
    "down during each either elsewhere even every except few finally first following for "
    "former from further had has have having he hence her here hers his how however i if in "
    "indeed inside instead into is it its itself just last later least less like many may me "
    "meanwhile might mine more moreover most much must my near neither never nevertheless "
    "next no nobody none nor not nothing notably now of off often on once one only onto or "
    "other others our out outside over own per perhaps rather recently same second several "
    "shall she should similarly since so some someone something sometimes soon still such "
    "than that the their theirs them then there therefore these they third this those though "
    "three through throughout thus till to today together tomorrow too toward towards two "
    "under unfortunately unless unlike until up upon us was we well were what whatever when "
    "whenever where whereas whether which while who whom whose why will with within without "
    "would yes yesterday yet you your"
)
CALENDAR = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april "
    "may june july august september october november december spring summer autumn winter "
    "easter christmas ramadan diwali"
)
SPEECH_VERBS = word_set(
    "said says say saying told tells tell added adds add wrote writes explained explains stated "
    "states commented comments argued argues warned warns claimed claims noted notes insisted "
    "insists replied replies recalled recalls admitted admits announced announces declared "
    "declares concluded concludes continued continues remarked remarks observed observes "
    "joked jokes asked asks tweeted tweets posted"
)
