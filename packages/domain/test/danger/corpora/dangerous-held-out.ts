import type { Danger } from "@cloudpbx/contracts/calls/danger";

type Corpus = Readonly<Partial<Record<Danger, string>>>;

/** Written before the rules and never tuned for. */
export const dangerousHeldOut: Corpus = {
	self_harm: `
i want to kill myself right now
I am going to shoot myself
hey i just want to die my dad keeps a pistol in the closet
I think I'm going to kill myself tonight
i took like thirty tylenol
I've got a razor blade and I'm ready to go
im suicidal and i dont know who to call
my girlfriend says she's going to hurt herself
my husband has a gun to his head
i'm gonna jump
life isn't worth living anymore
i dont see a way out anymore i just want to end it
She left a note saying goodbye and she took her pills
i cant go on living like this
i'm thinking of harming myself
i feel like killing myself
my best friend is suicidal and not answering
i overdosed on purpose
i want to be dead
kill me please i can't take it anymore
im done with life
ive got a plan to end my life tonight
tired of being alive
i just slit my wrists
me voy a matar
no quiero seguir viviendo
mi hijo dice que se quiere morir
me corté las venas
estoy pensando en suicidarme
voy a saltar del puente
je pense au suicide
je veux en finir avec la vie
je vais sauter du pont
ma fille menace de se suicider
j'ai pris trop de cachets pour mourir
ich denke an Selbstmord
ich möchte nicht mehr leben
ich springe gleich von der Brücke
mein Freund will sich umbringen
ich habe mir die Pulsadern aufgeschnitten
mi voglio ammazzare
sto pensando al suicidio
la mia amica vuole uccidersi
penso em me matar
minha amiga quer se suicidar
eu quero me suicidar`,
	violence: `
my husband is beating me up
he said he's going to kill me
there is a man with a gun in the lobby
I just got shot in the leg
somebody stabbed my brother
he's strangling her
an active shooter at our school
he hit me and i'm bleeding
she has a knife to my throat
my dad is drunk and he's hurting my mom
please help me he's coming after me
a guy is trying to grab me
someone is trying to kill me
I'm locked in the bathroom my ex is trying to break the door down
we are being held at gunpoint
they are beating a man in the parking lot
I was sexually assaulted
he raped me
my neighbor is hitting his wife I can hear her screaming
I'm being stalked and he's outside my door
mi marido me golpea
hay un tiroteo
me apuñalaron
me quiere matar ayúdeme
me violaron
mon copain me bat
il y a un homme armé dans le magasin
il a une arme
j'ai été poignardée
mein Freund schlägt mich gerade
jemand schießt hier
er will mich umbringen
ich wurde angegriffen
il mio ragazzo mi sta picchiando
c'è un uomo armato
vuole uccidermi
meu namorado me bateu
tem um homem armado aqui
ele quer me matar`,
	break_in: `
someone just broke into my home
I hear footsteps downstairs and nobody else is home
there is a stranger in my kitchen
somebody kicked in my front door
two men are breaking into my neighbor's house right now
there's an intruder in the building
someone is in my apartment
he's trying to get in through the window
están entrando a robar a mi casa
se metieron ladrones a la casa
quelqu'un essaie d'entrer chez moi
des voleurs sont dans la maison
bei mir wird gerade eingebrochen
da ist ein Fremder in meinem Haus
qualcuno sta entrando in casa
ci sono i ladri in casa
alguém está invadindo minha casa
invadiram minha casa`,
	fire: `
the house next door is on fire
our kitchen is on fire please help
there's a fire in my building
my stove is on fire
I see smoke and flames
the garage is burning down
the christmas tree caught fire
theres smoke everywhere i cant see
fire in the warehouse
se está incendiando mi casa
hay humo por todas partes
mi carro está en llamas
l'appartement brûle
ma voiture est en feu
unsere Wohnung brennt
hier ist überall Rauch
Feuer im Treppenhaus
il palazzo sta andando a fuoco
c'è fumo dappertutto
a cozinha está em chamas
o carro está pegando fogo`,
	gas: `
my kitchen smells like gas
I think I have a gas leak
it smells like rotten eggs in the basement and i feel dizzy
the gas line is leaking
the co alarm is going off
there's carbon monoxide in the house
strong gas smell at 12 Shore Road
creo que hay una fuga de gas
siento olor a gas
je sens une odeur de gaz
mon détecteur de monoxyde de carbone sonne
hier riecht es stark nach Gas
wir haben ein Gasleck
c'è odore di gas in cucina
estou sentindo cheiro de gás`,
	medical: `
my dad is having a heart attack
my wife can't breathe
I have really bad chest pain and my left arm hurts
grandma fell and she's unresponsive
my baby isn't breathing
our customer just collapsed
he's not breathing and he has no pulse
i think she's having a stroke her face is drooping
my son is choking on a grape
he's having an allergic reaction and can't find his epipen
someone is drowning
my little girl drank drain cleaner
my friend od'd
he's overdosing on fentanyl
I cut off my finger
I'm losing a lot of blood
she's having convulsions
i took too many pills by accident
my wife is in labor and the baby's coming out
we had a car crash and my friend is trapped
he fell off a ladder and he can't feel his legs
my neighbor is lying on the floor and doesn't move
i was stung by a bee and my tongue is swelling
my boss just passed out
my heart is racing and I feel like I'm going to pass out
please hurry he stopped breathing
mi esposo no está respirando
mi abuela se cayó y está inconsciente
creo que es un infarto
mi hijo se está asfixiando
tiene convulsiones
mi hija tomó cloro
ma femme ne respire pas
mon mari a une douleur dans la poitrine
il est tombé et il ne bouge plus
elle convulse
je n'arrive plus à respirer
mein Mann atmet nicht
mein Opa ist zusammengebrochen
ich glaube sie hat einen Schlaganfall
er erstickt
er blutet sehr stark
mio marito non respira
il mio bambino sta soffocando
mia nonna è caduta e non risponde
meu marido não respira
meu bebê está engasgado
minha avó caiu e está inconsciente`,
	child_alone: `
I'm eight years old and my mom won't wake up
my daddy fell and he isn't talking
I'm a kid and I'm alone and I don't know what to do
mommy's sleeping and I can't wake her up
my three year old is missing
I can't find my daughter anywhere
there's a child alone in a locked car
mi mami no despierta y estoy solita
no encuentro a mi hijo
se perdió mi niña
ma maman ne se réveille pas et je suis tout seul
je ne trouve plus ma fille
Mama wacht nicht auf und ich bin allein
ich finde mein Kind nicht mehr
la mamma non si sveglia e sono da solo
mamãe não acorda e eu estou sozinho`,
	unnamed: `
I need 911
please call an ambulance
get the police here now
can you send the police to my house
connect me to the emergency services
I need help right now please it's life or death
nine one one please
llamen una ambulancia por favor
mande a la policía
j'ai besoin d'une ambulance vite
envoyez les pompiers
schicken Sie einen Krankenwagen
ich brauche die Polizei
chiami un'ambulanza
mande uma ambulância
chama a polícia`,
};
