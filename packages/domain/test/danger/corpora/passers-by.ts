/** A fourth set, written after the rules and used once. */
export const dangerousPassersBy = `
I've got a loaded gun and I don't want to live
i just want to end my pain with my dad's rifle
my wife is threatening suicide and locked herself in the bathroom
can you help me my boyfriend swallowed a bunch of tylenol
I'm gonna throw myself in front of a train
im about to do something to myself i took pills
i have no will to live
I slit my wrist and there is a lot of blood
he tied a rope around his neck
I'm on top of the parking garage and I want to jump
my husband is choking me
my father hits me with a belt
my girlfriend was just shot
a man with a rifle is walking around the mall
two men with knives are in my store
they're shooting at us
my boss pulled a gun
I've been raped by my uncle
he's beating up my mom
I'm trapped in his apartment and he won't let me go
a stranger is trying to break down my door
burglars are in the house
someone is downstairs and I'm alone
I heard glass break and now there's someone in my living room
our garage is on fire
flames are shooting out of the kitchen
the whole building is filled with smoke
my toaster exploded and the curtains are burning
I smell a lot of gas in the hallway
there is a gas smell in our building
the gas line broke
my carbon monoxide alarm keeps going off and I feel sick
my uncle is having a stroke
I have crushing chest pain
my grandma has chest pains and is sweating
the baby is choking
my toddler isn't breathing
she's unconscious on the bathroom floor
he's bleeding from the head
my friend is overdosing
my son had a seizure and isn't waking up
I'm having an asthma attack and can't find my inhaler
my neighbor fell off a ladder and he's not moving
a car hit my son
my dad collapsed in the kitchen
my sister is having a baby right now
I ate peanuts and my throat is swelling
my kid drank bleach
I'm 7 and my dad is on the floor
my mom won't wake up and I'm scared
my five year old son is missing
send an ambulance to 12 Shore Road
I need the police
call the fire department
help he has a gun
me quiero suicidar
mi papá tiene una pistola y me quiero morir
mi esposo me golpea
hay un ladrón en mi casa
mi casa está en llamas
hay olor a gas
mi madre se desmayó
no puedo respirar
mi hijo se está ahogando
je veux me tuer
il y a quelqu'un dans ma maison
mon appartement est en feu
ça sent le gaz chez moi
mon père fait une crise cardiaque
mon fils ne respire plus
ich will mich töten
mein Freund hat ein Messer
es brennt in der Küche
hier riecht es nach Gas
mein Vater hat einen Herzinfarkt
mein Kind erstickt
voglio suicidarmi
mio padre mi picchia
la casa è in fiamme
sento puzza di gas
mia moglie sta male non respira
eu quero me matar
meu pai me bate
tem um ladrão na minha casa
minha casa está em chamas
estou sentindo dor no peito`;

export const innocentPassersBy = `
I'm dying to see the new collection
the line is dead
my TV died yesterday
can you kill the old order
killer app
you killed it at the wedding
I could die of embarrassment
this song slaps
your chili is fire
fire away
I'd like to fire my lawyer
is there a fire code for balconies
we need a fire watch guard for an event
how much for chimney cleaning
do you clean up smoke smell
candles that smell like smoke
gas line inspection
I want to switch my gas provider
can you install a gas dryer
is the gas station open
my gas bill went up twenty percent
heart shaped cake
the heart of the matter
heart surgeon's office
cardiologist appointment for my father
my father had heart surgery last month
stroke rehab center
I had a seizure disorder consult
baby shower invitations
baby clothes returns
my baby is sleeping
my son is choking up over the graduation
I want to choke my internet provider
let's take a stab at it
gun to my head I'd pick the blue one
shotgun wedding theme
bulletproof vest
bullet journal
bulletin board
I bit off more than I can chew
my dog bit the mailman do I need a lawyer
a bee removal service
snake removal
do you have rat traps
mouse trap
dead mouse in the wall
there's a dead bird on my porch
something died in my attic and it smells
there's a raccoon in my attic
there's a squirrel in my chimney
there's a leak in my kitchen
there's water in my basement
there's mold in my bathroom
there's somebody here to sign for the package
there's someone on the other line
there is a man asking for a refund
someone broke my window last night I need glass replaced
my car was broken into last week
my car was stolen in March
police report number
is the police station near you
police officer discount
fire fighter discount
ambulance chaser lawyers
call me in the morning
call my husband instead
my husband is at home
my husband is hitting the road
my boyfriend is beating me at scrabble
he beats me to it every time
the kids are fighting over the remote
I fight traffic every day
I'm scared of the dentist
I'm afraid I can't make it
I'm afraid my package is lost
my daughter is missing her retainer
my child is alone in line for the ride is that ok
do you watch kids alone
I'm alone and need a table for one
I have six kids
I'm nine weeks pregnant
my wife is pregnant and wants a prenatal massage
my water bill is too high
water heater broke
I broke up with my boyfriend
I need to break my lease
I broke my glasses
can I cut the line
cut the crap
paper cut
hair cut
cut me a check
I bleed blue for this team
nosebleed section tickets
blood type test
give blood
emergency kit
emergency brake
emergency lights installation
emergency contact form
in an emergency who do I call at your office
help wanted sign
help center
I need some help choosing
I'm in danger of missing the deadline
save me a seat
save me some money
life saver candy
get a life
I want to live near the beach
I don't want to live downtown
I want to quit
I give up on this website
I'm done
I'm tired of waiting
I'm sick of waiting
I can't take this anymore cancel my plan
end my trial
goodbye and thanks
me muero de calor
está muerto el negocio
quiero matar las cucarachas
quiero un extintor
j'en ai marre d'attendre
je veux résilier mon contrat
le feu vert
ich habe es satt zu warten
Kündigung meines Vertrags
das ist der Hammer
sono stufo di aspettare
voglio disdire il contratto
estou cansado de esperar
quero cancelar meu plano`;
