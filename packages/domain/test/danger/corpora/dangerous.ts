import type { Danger } from "@cloudpbx/contracts/calls/danger";

type Corpus = Readonly<Partial<Record<Danger, string>>>;

export const dangerous: Corpus = {
	self_harm: `
I wanna die
i want to die and i have a gun
im going to kill myself with my dad's gun
I don't want to live anymore
i took a whole bottle of pills
I'm thinking about ending my life
I'm feeling suicidal
kms
gonna kms tonight
i want to unalive myself
my friend says she wants to end her life
my daughter is talking about killing herself
my son just texted me that he's going to jump off a bridge
I'm standing on the bridge and I'm going to jump
there's no reason to go on i'm going to end it all
I cut my wrists
i have been cutting myself and i cant stop
nobody would miss me if i was dead
everyone would be better off without me
i just cant do this anymore i want it to be over goodbye
i swallowed all my sleeping pills
my roommate took a bunch of pills on purpose
I have a rope and I'm going to hang myself
he wrote a suicide note
I wish I was dead
my brother tried to kill himself
i want 2 die 😭
i dont wanna be alive anymore
im gonna off myself
quiero morir
me quiero matar
quiero suicidarme
ya no quiero vivir
me tomé un frasco entero de pastillas
mi hermana se quiere matar
voy a quitarme la vida
je veux mourir
je vais me suicider
j'ai envie de mourir
je ne veux plus vivre
j'ai avalé toute une boîte de médicaments
mon ami veut se tuer
ich will sterben
ich bringe mich um
ich will mich umbringen
ich will nicht mehr leben
ich habe eine ganze Packung Tabletten geschluckt
meine Tochter will sich das Leben nehmen
voglio morire
voglio ammazzarmi
non voglio più vivere
mi voglio uccidere
quero morrer
vou me matar
não quero mais viver
quero acabar com a minha vida`,
	violence: `
my boyfriend is hitting me
he has a knife
my husband is going to kill me
I've been stabbed
I've been shot
someone is shooting
there's a shooter in the building
he's got a gun and he's pointing it at me
somebody is following me and I'm scared
I'm being attacked
my dad is beating my mom
help he's hurting me
I was raped
he is choking me
my ex is outside with a baseball bat
I'm being held hostage
I've been kidnapped
they're robbing the store right now
we're being robbed
a man just pulled a gun on the cashier
my stepfather touches me at night
he threatened to kill me and my kids
I can hear gunshots outside
someone just got stabbed in front of my house
he wont let me leave and he keeps hitting me
mi esposo me está pegando
mi novio me quiere matar
tiene un cuchillo
tiene una pistola
me están atacando
hay un hombre con un arma
mon mari me frappe
il a un couteau
il va me tuer
on m'attaque
mein Mann schlägt mich
er hat ein Messer
er hat eine Pistole
ich werde angegriffen
ich werde bedroht mit einer Waffe
mio marito mi picchia
ha un coltello
ha una pistola
mi stanno aggredendo
meu marido está me batendo
ele tem uma faca
ele está armado
estou sendo atacada`,
	break_in: `
there's somebody in my house
someone is breaking into my house
someone is trying to break in
there's a burglar downstairs
a man just broke in through the window
I think there's an intruder in my apartment
somebody is trying to get in my back door
I'm hiding in the closet there's a stranger in the house
someone broke into my house and he's still here
I can hear someone downstairs and I'm home alone
hay alguien en mi casa
alguien está entrando a mi casa
hay un ladrón en la casa
quelqu'un est entré chez moi
il y a un cambrioleur dans la maison
jemand ist in meinem Haus
ein Einbrecher ist in meiner Wohnung
jemand bricht gerade bei mir ein
c'è qualcuno in casa mia
c'è un ladro in casa
tem alguém dentro da minha casa
tem um ladrão na minha casa`,
	fire: `
my house is burning
there's a fire in the kitchen
my house is on fire
the apartment is on fire
the building is burning and we cant get out
my car is on fire
there's smoke coming out of the walls
smoke is filling the room
the stove caught fire
the curtains are burning
fire fire help
i see flames in the hallway
mi casa se está quemando
hay un incendio
hay fuego en la cocina
la cocina está en llamas
ma maison brûle
il y a le feu
il y a un incendie dans l'immeuble
la cuisine est en feu
mein Haus brennt
es brennt
die Küche brennt
hier brennt es
la mia casa sta bruciando
c'è un incendio
la cucina va a fuoco
minha casa está pegando fogo
tem um incêndio no prédio
está pegando fogo`,
	gas: `
i smell gas
I smell gas in my apartment
there's a gas leak
the whole house smells like gas
my carbon monoxide alarm is going off
the carbon monoxide detector won't stop beeping and we have headaches
theres a strong smell of gas in the basement
we can smell gas
gas is leaking from the stove
huele a gas
huele a gas en mi casa
hay una fuga de gas
ça sent le gaz
il y a une fuite de gaz
es riecht nach Gas
ich rieche Gas
c'è una fuga di gas
sento odore di gas
cheiro de gás
tem um vazamento de gás`,
	medical: `
my mother collapsed and isn't breathing
chest pain
I'm having chest pains
he's choking
I think I'm having a stroke
I think my husband is having a heart attack
my baby is turning blue
I can't breathe
she overdosed
my friend took too much heroin and won't wake up
she's having a severe allergic reaction
my throat is closing up
my son is drowning
he fell in the pool and he's not moving
my wife is unconscious
there's blood everywhere
I'm bleeding and it won't stop
he cut his arm and its bleeding really bad
my dad fell down the stairs and hit his head and he's not responding
my water broke and the baby is coming
she's having a seizure
he has no pulse
my grandpa passed out
the left side of my face is numb and i cant move my arm
my toddler drank bleach
my kid swallowed a battery
I've been bitten by a rattlesnake
there's been a car accident people are hurt
a man just got hit by a car
my coworker was electrocuted
my husband fell off the roof and he can't move
he's dying
I'm dying please help
my friend drank too much and we can't wake him up
he not breathin plz help
my mom isnt waking up
mi mamá no respira
mi papá se desmayó y no reacciona
me duele el pecho y no puedo respirar
está teniendo un infarto
mi bebé se está poniendo azul
se está ahogando
está sangrando mucho
necesito una ambulancia
mon père ne respire plus
ma mère a fait un malaise et ne répond plus
il fait une crise cardiaque
j'ai très mal à la poitrine
mon bébé s'étouffe
elle est inconsciente
il saigne beaucoup
mein Vater atmet nicht mehr
meine Mutter ist bewusstlos
er hat einen Herzinfarkt
ich bekomme keine Luft
ich habe starke Schmerzen in der Brust
mein Baby wird blau
sie blutet stark
mia madre non respira
mio padre è svenuto e non si sveglia
sta avendo un infarto
non riesco a respirare
ho un forte dolore al petto
minha mãe não está respirando
meu pai desmaiou e não acorda
ele está tendo um infarto
não consigo respirar
estou com dor no peito`,
	child_alone: `
im six and mommy wont wake up
I'm seven and I'm home alone and I'm scared
my mommy is on the floor and she won't talk
mommy fell down and I'm all alone
I'm only five and I can't find my mom
I lost my little boy at the park I can't find him
my daughter is missing she's four
there's a baby locked in a hot car
a little kid is wandering alone on the highway
tengo seis años y mi mamá no se despierta
estoy solo en casa y tengo miedo tengo siete años
mi hijo de tres años desapareció
j'ai six ans et maman ne se réveille pas
mon fils de quatre ans a disparu
ich bin sechs und Mama wacht nicht auf
mein Kind ist verschwunden
ho sei anni e la mamma non si sveglia
mio figlio è scomparso
tenho seis anos e a mamãe não acorda
meu filho desapareceu`,
	unnamed: `
call 911
send an ambulance
I need the police right now
please send help I can't talk
call the police please
is this 911
I need an ambulance
get me the fire department
llame a la policía
necesito la policía
appelez la police
appelez une ambulance
rufen Sie die Polizei
ich brauche einen Krankenwagen
chiamate la polizia
ho bisogno di un'ambulanza
chame a polícia
preciso de uma ambulância`,
};
