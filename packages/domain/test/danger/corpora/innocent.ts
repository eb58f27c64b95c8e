export const innocent = `
this is killing me
the waiting is killing me
you're killing it
my phone died
my battery is dead
the line went dead
when is the fire sale
is there a gas station near you
I'd like a quote for a fireplace installation
I'd kill for a discount
I'm dying to hear from you
dying to try your new menu
shoot me an e-mail
can I get a shot of espresso
I almost had a heart attack when I saw the bill
you're the bomb
that new burger is the bomb
I have a question about my gas bill
you saved my life
what do you charge for child care
are you open on the fourth for fire extinguishers
last year my dad had a heart attack
do you sell fire alarms
what do you do in case of fire
do you have first aid classes
my mother died last month and I need to cancel her account
he passed away and I need to change the name
my grandfather was killed in the war
my car died
my computer crashed
I had an accident last week and need an estimate
I was in a car accident two years ago
my engine is making noise and my battery is dying
the printer is dead
I'm burning up the phone lines trying to reach you
my house burned down last year
does the insurance cover fire damage
is smoke damage covered
I need smoke detectors installed
the smoke detector is beeping because of the battery
do you service gas furnaces
I need a gas line installed
how do I check for a gas leak
my gas grill doesn't light
I'd like to buy a knife set
do you sell kitchen knives
he has a new phone number
my boyfriend is picking me up at five
my husband hits golf balls on weekends
can I get a flu shot
I want to schedule my covid shot
photo shoot on Friday
we're shooting a video at your place
the kids are choking up the line at the store
I'm drowning in paperwork
we are drowning in orders
I'm starving when do you open
that joke killed me lol
lol im dead
im dead 💀
kys
this app is crashing
I'm fed up I can't do this anymore with your billing department
I can't go on hold again
I want to end my subscription
I want to end my contract
I want to cancel my life insurance
can you help me I can't get into my account
help
I need help with my order
please help me reset my password
somebody help me with my printer
my son wants to end his membership
my wife is in labor law
my daughter is missing a shoe from her order
my package is missing
I lost my keys
I lost my daughter's jacket in your store
a part is missing
someone broke the window last week can you repair it
somebody is in the parking lot waiting for the delivery
there's someone at the door for you
someone is in my parking space
I need to change my locks after a break in last month
do you install security systems against burglars
I was robbed by your prices
your prices are a robbery
that's highway robbery
my neighbor is attacking my prices in reviews
attack ads
heart attack grill reservation
I broke my arm last year and need a copy of the bill
emergency exit signs for sale
I have a plumbing emergency
do you have an emergency number
what is your emergency contact
it's kind of an emergency I need to reach Jane in sales
this is not an emergency
if this is a medical emergency hang up and dial 911
If this is a life-threatening emergency, call 911. Otherwise leave a message.
is 911 address correct on my account
I drive a Porsche 911
my suite number is 911
I need to book an ambulance cover quote for my business
I'm a police officer calling for Jane
this is the police department calling about an invoice
police report copy for my claim
I'm with the fire department and want to schedule an inspection
I'm not suicidal I just need a therapist appointment
do you treat chest pain patients
what are the symptoms of a stroke
my dad had a stroke in 2019 and needs physical therapy
brush stroke classes
a stroke of luck
backstroke lessons for my kid
blue baby clothes
my baby shower is on Sunday
the baby is coming home from the hospital can we reschedule
my mom is asleep can I take a message
mommy and me classes
my six year old wants to sign up for swimming
I'm seven minutes away
the suicide squad movie what time
do you have suicide prevention training
kill the lights please
kill the subscription
my internet is dead
deadline is tomorrow
drop dead gorgeous flowers
over my dead body will I pay that
the murder mystery dinner on Saturday
escape room for six
I could murder a pizza
knife sharpening
gunsmith appointment
glue gun
nail gun rental
water gun
he's got a knife sharpening appointment
bleeding brakes on my car
bleeding edge technology
my radiator is bleeding air
gum bleeding treatment
hot flashes
fire my account manager
you should be fired
I got fired last week
you guys are fire
this mixtape is fire 🔥
🔥🔥🔥
campfire permit
fire pit
my computer is on fire today
sales are on fire
I'm on fire today
pour one out
overdose of good news
estoy muerto de hambre
me muero por probar su pizza
me muero de risa
mi celular se murió
quiero pagar la factura del gas
venden extintores de incendios
mi abuelo murió el año pasado
quiero cancelar mi cuenta
me mata el precio
hay fuego artificial el cuatro de julio
tengo una cita con el dentista
cuánto cuesta un cuchillo
quiero hablar con ventas
je meurs de faim
je suis mort de rire
mon téléphone est mort
ma facture de gaz
vendez-vous des détecteurs de fumée
mon grand-père est mort l'année dernière
feu d'artifice
je voudrais parler avec Jane
couteau de cuisine
ich sterbe vor Hunger
mein Handy ist tot
Feuerwerk kaufen
Gasrechnung
ich habe eine Frage zur Gasrechnung
mein Großvater ist letztes Jahr gestorben
verkaufen Sie Feuerlöscher
das bringt mich um
ich möchte mit Herrn Lee sprechen
muoio dalla voglia di provare la vostra pizza
sto morendo di fame
bolletta del gas
il mio telefono è morto
fuochi d'artificio
estou morrendo de fome
estou morrendo de rir
conta de gás
meu celular morreu
fogos de artifício`;
