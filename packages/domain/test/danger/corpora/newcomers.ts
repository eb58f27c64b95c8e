/** A third set, written after the second was used to improve the rules. */
export const dangerousNewcomers = `
I have a shotgun in my truck and I'm done I want to die
im thinking of hanging myself
tell my family I'm sorry I'm about to pull the trigger
I don't know how much longer I can fight this urge to kill myself
my teenage daughter just told me she wants to die
i feel so alone i want to disappear and never come back i have pills
I'm standing on the train tracks
I've written my goodbye letter
there's nothing left for me I just want it all to stop I have a blade
my student posted that he is going to shoot himself
he's threatening to jump from the balcony
I drank a bottle of vodka and took all my antidepressants
my ex just showed up with a gun
he's going to hurt me if I hang up
my roommate is attacking me with scissors
my wife threw a pan at me and now she has a knife
I'm locked in my car and a man is smashing the windows
two guys just jumped my friend and they're kicking him
my uncle keeps touching me and I'm scared
I am being trafficked please help
they've got my son and they're asking for money
somebody is shooting outside my window
I witnessed a stabbing
there's a fight and one of them has a machete
some man is in my backyard looking in my windows
I just came home and my door was kicked in and I hear someone inside
someone is hiding in my garage
there are people in my house that I don't know
I woke up and a man was standing in my room
the oven is on fire
my dryer caught on fire
grease fire on my stove
there's black smoke coming from the engine
flames are coming out of my roof
we're trapped on the third floor and there is smoke
the brush behind our house is burning
my furnace room reeks of gas
I hit a gas line with my shovel and it's hissing
the CO detector says evacuate
I feel dizzy and the carbon monoxide alarm won't stop
my dad just dropped to the floor and he isn't moving
he's not breathing should I do CPR
my mother is slurring her words and can't lift her arm
my heart feels like it's stopping
I got stung and my face is swelling up
my two year old is having a febrile seizure
my baby is limp and won't wake up
my boyfriend shot up heroin and his lips are blue
my girlfriend snorted something and she's foaming at the mouth
I cut an artery
his leg is trapped under a tractor
my coworker's hand is stuck in the press
there's a guy bleeding on the sidewalk
someone just collapsed in our lobby
an old man fell down and is not responding
a cyclist was hit by a truck
my son is having an asthma attack and his inhaler is empty
she's nine months pregnant and her water just broke
grandpa can't breathe and his chest is tight
I think I broke my neck I can't move
my husband is diabetic and he passed out
the kids are floating face down in the pool
i am seven and my grandma fell and she wont talk to me
I'm at home by myself and I'm nine and there's a man at the door
mom is asleep and she is not waking up
my little sister is bleeding
send the police to my address
I have an emergency I need the police
please get me an ambulance quick
estoy sangrando mucho y no para
mi novio tiene una pistola y dice que me va a matar
mi abuelo se está muriendo
me tragué todas las pastillas de mi mamá
se oyen disparos afuera
un hombre está tratando de abrir mi puerta
hay llamas saliendo del techo
je saigne énormément
mon frère s'est pendu
il y a des flammes dans la cage d'escalier
un homme me suit dans la rue
mon bébé ne respire plus
meine Frau hat starke Brustschmerzen
es riecht verbrannt und überall ist Rauch
ein Mann mit einem Messer steht vor meiner Tür
ich habe zu viele Schlaftabletten genommen
mio padre ha un infarto
c'è del fumo che esce dalla cucina
mi ha puntato una pistola
tomei todos os comprimidos da minha mãe
meu vizinho está espancando a mulher
minha cozinha está pegando fogo`;

export const innocentNewcomers = `
my boss will murder me if this shipment is late
I'm beat today
you beat the other quote
I can beat that price
he keeps hitting snooze
my card keeps getting hit with fees
you hit me with a late fee
my account got hacked
someone hacked my email
someone stole my package
somebody used my credit card
I was scammed
my neighbor is threatening to sue me can I get a lawyer
he threatened to leave a bad review
they're attacking our brand online
my ex has my dog and I need legal advice
my husband has a shotgun he wants appraised
I want to sell a pistol
I'm looking for a rifle scope
my son wants a toy gun for his birthday
do you have knives for sale
I need a gun cabinet delivered
he has a black belt
he shot a hole in one
my daughter shot a great video
we shot our wedding with you
the kids are bouncing off the walls
my son fell asleep in the car
my grandmother fell last winter and needs a ramp
my mother fell in love with your quilts
my dad can't hear well
my dad isn't answering his phone
my mom is not responding to emails
nobody is responding to my ticket
your agent is not responding
my server is not responding
my website is down
the system collapsed
the tent collapsed can I return it
my chair collapsed
I broke my phone
my finger got cut off in the photo
my call got cut off
you cut me off
my power was cut off
cut off date for orders
my throat is sore do you have tea
I have a sore throat can I see the doctor
my arm is sore from the vaccine
my face is numb from the dentist
my foot fell asleep
I'm having contractions in my business
I'm having trouble breathing life into this project
I'm having trouble with my login
I have trouble hearing you
he's having a baby shower
my wife is expecting in May
labor day sale
labor and delivery tour
I'd like to tour the birthing center
my kid has a cold
my baby has a rash can I get an appointment
my toddler needs a checkup
my child care subsidy
I left my child's coat in the car
my daughter is alone in her class with this problem
I'm alone at the office today so call my cell
home alone the movie
I'm eight months pregnant and need an appointment
I'm six feet tall do you have my size
I am nine minutes late
my three year old starts preschool
I lost my baby teeth necklace
my daughter is lost without her teddy did you find it
the driver is lost can you give directions
I'm lost how do I get to your store
there's a man from your company at my door with no badge
someone is at my house to install the cable
somebody is in my house right now fixing the sink and has a question
the technician is in my kitchen and needs the model number
the plumber broke a pipe
a burglar bar quote
my window is broken
my door is broken
the door won't open
smoke brisket for Saturday
do you do smoked salmon
my vape smells burnt
something smells funny in my fridge
my car smells like gas should I bring it in
what does natural gas cost
gas prices are killing us
I need propane for my grill
can you check my furnace for carbon monoxide next week
candle burning hours
my laptop is burning hot
burning question for you
burn a CD
the burn ban
calorie burning
heated blanket
fire me an email
they fired my cousin
ready aim fire
fire emblem
I'm fired up
you light my fire
suicide by cop episode
he committed career suicide
political suicide
my grandfather died by suicide in 1980
I work in suicide prevention
a talk about mental health
I feel down about this purchase
I'm depressed about the score
this makes me want to scream
this makes me want to cry
I'm dead serious
my plans are dead
I killed my houseplant
did I kill the deal
this heat kills me
the suspense is killing me
these stairs will be the death of me
bored to death
scared to death of the dentist
I'm scared of needles
sick to death of your calls
worked to death
death certificate copy
funeral arrangements
life insurance after death
911 calls recording request
I called 911 last week and need the report
the ambulance company billed me twice
police auction dates
is the fire department next to you
estoy muerta de cansancio
el tráfico me está matando
necesito gasolina
mi perro murió
vendo una pistola de pintura
je suis crevé
ce film m'a tué
le prix du gaz
c'est la mort ce code
mir ist todlangweilig
der Stau bringt mich um
mein Drucker hat den Geist aufgegeben
sono stanco morto
il gas costa troppo
estou morta de cansaço
o preço do gás`;
