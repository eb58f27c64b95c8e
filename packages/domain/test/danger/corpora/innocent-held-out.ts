/** Written before the rules and never tuned for. */
export const innocentHeldOut = `
these fees are killing me
my back is killing me do you have a massage slot
killer deal
my feet are killing me in these shoes
my laptop died this morning
the battery died on my remote
dead batteries recycling
do you have a fire sale this weekend
where is the closest gas station
I need a new gas stove
is the gas included in the rent
fireplace cleaning appointment
fireworks for the fourth
I would die for those cookies
dying to meet the team
to die for
shoot me a text when it's ready
I'll shoot you an email
double shot latte
tetanus shot
that was a shot in the dark
big shot
I nearly had a heart attack seeing that invoice
give me a heart attack why don't you
you're a lifesaver
bath bombs
photo bomb
my mom passed away in March
my late husband had an account with you
he was shot in the army in 1969
my son broke his leg last summer
I had a stroke ten years ago and use a wheelchair
do you teach CPR
I'd like a CPR and choking class
fire drill next Tuesday
fire insurance quote
when is the fire inspection
fire truck birthday party
a fire extinguisher needs refilling
is there a fire lane in front
the fire alarm test is when
how much is a carbon monoxide detector
my smoke alarm chirps every minute
gas fireplace repair
propane gas refill
does it smell
your food smells great
I smell a rat
what should I do if I smell gas
what happens if somebody gets hurt
what if someone breaks in
I want insurance against burglary
there was a break-in last month
the thief was caught last week
I'd like to hire a security guard
are guns allowed in the store
do you sell guns
hunting knife
gun show tickets
caulking gun
my son is at knife point street
swiss army knife
jump rope
bungee jump
jump the queue
can you jump start my car
my car needs a jump
cutting board
cut my grass
cut me off from the mailing list
I cut my hair can you fix it
hang up please
hang on
picture hanging service
I want to die my hair blue
hair dye
I'd die without my coffee
I'm dead tired
dead end street
dead on arrival item I want a return
killing time until my appointment
time killer games
kill switch for my mower
bug killer
weed killer
does the pest control kill rats
we have mice how do you kill them
pain killers refill
can I get my pain pills refilled
I need to refill my sleeping pills
how many pills should I take
can't breathe new life into this old sofa
I can't breathe in this dress do you have a bigger size
chest freezer
chest of drawers
treasure chest
chest x ray appointment
pain in the neck
pain at the pump
heart of palm
stroke engine two stroke oil
four stroke engine
baby blue paint
choke on my lawn mower
choke cable for my bike
drowning in spam
water damage
flood insurance
I need an ambulance bill explained
who do I talk to about my ambulance bill
police clearance letter
the police told me to call you
cop car
security deposit
emergency plumber
emergency dental appointment
is this the emergency line
24 hour emergency service
what are your emergency room wait times
my emergency contact changed
it's urgent please put me through to billing
hurry up please I'm late
I'm in a hurry
help me please I want to talk to sales
send help desk ticket
can you help me find a gift
I can't take it anymore just cancel my order
I'm done with this company
I'm done with you guys
end it please the subscription
I want out of this contract
I can't live without your salsa
goodbye
goodbye forever lol
life is good
life insurance beneficiary
end of life care brochure
nobody is answering
nobody is at home at that address
my kid is home alone after school do you offer care
my 7 year old loves your place
babysitter for my two kids
child proof locks
lost and found
I lost my wallet in your shop
I can't find my order
I can't find my son's backpack
my daughter is missing two teeth
a screw is missing
my cat is missing do you have posters
locked out of my car
locked my keys in the car
I locked myself out of my house
somebody hit my parked car yesterday I need an estimate
I hit a deer last week
he hit a home run
the hit song
my boyfriend and I want to book a table
my husband is a gunner in the navy
my ex is on the account please remove him
follow me on instagram
someone is following up on my order
somebody from your company called me
someone is at your desk
stab in the dark
backstabbing coworker lol
robbing peter to pay paul
daylight robbery those prices
suicide prevention hotline poster
a movie about suicide
the suicide wings are hot
suicide doors on my lincoln
rock the boat
murder on the orient express tickets
assault course for kids
battery and assault law office
criminal lawyer
abuse of your coupon policy
my lawyer will call
hostage negotiation training book
war movie
blood drive sign up
blood test results
blood orange juice
bloody mary mix
nose bleed seats
bleach for laundry
poison ivy removal
rat poison
snake plant
seizure salad lol caesar
pass out flyers
faint color
my water heater broke
my water broke down the pipe
labor day hours
labor costs
car crash repair estimate
car accident lawyer
crash course
wreck it ralph
ok
yes
jane smith please
extension 101
what are your hours
can I leave a message
I'd like to pay my bill
thanks bye
nine eleven memorial tickets
911 main street
room 911
área 911
me estoy muriendo de sueño
me muero de ganas de ir
se murió mi televisor
esto me está matando
mi papá murió en enero
estufa de gas
cuándo son los fuegos artificiales
quiero una cotización de alarma contra incendios
seguro contra robo
venden cuchillos
necesito hablar con soporte
murió la batería de mi carro
tengo hambre
clases de primeros auxilios
vacuna contra la gripe
cerré con llave
c'est à mourir de rire
ça me tue ces prix
ma batterie est morte
chaudière à gaz
assurance incendie
extincteur
cours de premiers secours
la vente flash est du feu
quels sont vos horaires
je cherche mon colis
ma mère est morte en mai
coup de feu en cuisine à midi
ich lache mich tot
die Batterie ist tot
der Preis bringt mich um
Gasheizung warten
Feuerversicherung
Brandschutz Prüfung
Erste Hilfe Kurs
meine Oma ist gestorben
wann haben Sie geöffnet
Messer schleifen
Kamin bestellen
ich suche mein Paket
morto di stanchezza
questo prezzo mi uccide
caldaia a gas
assicurazione incendio
corso di primo soccorso
mio nonno è morto anni fa
orari di apertura
coltelli da cucina
morro de rir
esse preço me mata
fogão a gás
seguro contra incêndio
curso de primeiros socorros
meu avô morreu ano passado
horário de funcionamento
facas de cozinha`;
