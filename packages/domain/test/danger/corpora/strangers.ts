/** A second set, written after the rules, in harmless company or beside the point. Never tuned for. */
export const dangerousStrangers = `
hello um i don't really know why i'm calling i just feel like i don't want to be here anymore and i have my dad's revolver
yeah hi I think my husband might be having some kind of heart attack he's sweating and holding his chest
oh my god there's a guy with a gun in our parking lot
my little brother isn't breathing what do I do
hi this is Sarah and my boyfriend just hit me and he won't stop
could somebody please come there's smoke coming from under my neighbor's door
I took all of my mom's medication and now I feel sleepy
my grandmother fell in the bathroom and she's bleeding from her head
I've been thinking about killing myself all week
I don't want to wake up tomorrow
there is no point in living anymore
I'm holding a knife to my wrist
please my daughter she's not waking up
someone's trying to open my bedroom window and I'm alone
the whole room smells of gas and I feel dizzy
my son ate some of my blood pressure pills
dad is drunk and he is hitting mom again
my stepdad is threatening us with a knife
I was just raped
my neighbor's house is burning
I can see flames coming out of the window next door
he has been shot
she's been stabbed
my wife is pregnant and bleeding heavily
my chest really hurts and my arm is numb
I feel like I'm having a heart attack
he is having trouble breathing
my baby swallowed something and is choking
my friend is passed out and her lips are blue
I am going to end it tonight
I've decided to end my life
nobody cares if I live or die I'm going to do it tonight with pills
i have a gun in my hand and i want to use it on myself
I'm gonna blow my brains out
I'm about to slit my wrists
she said she was going to hang herself in the garage
my brother locked himself in the bathroom with a gun and says he'll shoot himself
my ex boyfriend is breaking down my door
someone is breaking in please hurry
there's a prowler in my backyard
a stranger followed me home and he is outside my door
theres a man in my house
my apartment building is on fire and I'm stuck on the fourth floor
our carbon monoxide detector is going off and my kids are throwing up
my mom had a seizure and she's not waking up
I just got bit by a snake and my leg is swelling
my dad's face is drooping and he can't talk right
I've cut myself really deep and it won't stop bleeding
I think I've been poisoned
I'm home alone and I'm eight and someone is knocking
my mommy is hurt
daddy is hitting mommy
mommy's not moving
I'm lost and I'm only six
I need an ambulance at 500 Market Street
get the cops over here now
can you call 911 for me
we need the fire department
i wanna kms fr
i cant stop thinking abt suicide
thinking of ending it all tbh
i took 40 pills
just took a bunch of xanax and vodka hope i dont wake up
im cutting again and its deep
sos he is gonna kill me
hes beating me pls help
my house is on fire!!!
smell gas in hallway what do i do
cant breathe
chest hurts cant breath
my kid is choking!!
she od'd in the bathroom
help im being kidnapped
hay un hombre con una pistola en la tienda
mi hijo no respira ayúdenme
me quiero morir ya no aguanto más
mi padre está inconsciente en el suelo
huele mucho a gas en la cocina
mi vecino está golpeando a su esposa
creo que mi esposa está teniendo un infarto
hay humo saliendo de la casa de al lado
j'ai envie de me suicider
mon père vient de s'effondrer il ne respire pas
quelqu'un est en train de forcer ma porte
mon ex menace de me tuer
ça sent très fort le gaz dans le couloir
ma cuisine a pris feu
ich habe keine Lust mehr zu leben
mein Sohn hat Tabletten geschluckt
meine Nachbarin wird von ihrem Mann geschlagen
in meiner Küche brennt es
jemand versucht meine Tür aufzubrechen
mein Kollege ist zusammengebrochen und atmet nicht
voglio farla finita
mio figlio non respira aiuto
qualcuno sta cercando di entrare in casa
mio marito ha un dolore fortissimo al petto
não aguento mais viver
meu filho engoliu uma pilha
tem alguém tentando entrar na minha casa
meu pai está tendo um ataque cardíaco`;

export const innocentStrangers = `
honestly this traffic is going to kill me I'll be ten minutes late
if I have to listen to that hold music again I'm going to lose my mind
my wife is going to kill me if I forget the cake
I'm literally dying of laughter at your ad
the cat knocked the phone off sorry I died laughing
can you shoot over the contract by Friday
I need to shoot a wedding next weekend do you rent lenses
is the shooting range open on Sunday
I'm calling about the knife set I ordered it has not arrived
do you guys carry fire starters
we had a kitchen fire last spring and need new cabinets
I'd like to get a quote on fire restoration
my smoke alarm keeps chirping can you replace it
our gas water heater needs service
who do I call about my gas meter reading
the gas company told me to call you
I'd like to know if you have gas grills in stock
my dad passed away last week and I need to cancel his appointment
my late mother's account needs to be closed
I was in the hospital with a heart attack in June and missed my payment
do you offer CPR certification
what's the price of an AED
I need to update my emergency contact
I'm a nurse calling about a patient's prescription
I'm with the police department and need to reach your manager
this is officer Daniels following up on a report
the burglar alarm system you installed has a dead battery
I need my locks changed because we had a break in over the weekend
our store was robbed last month and I want to add cameras
I can't find my receipt
I can't find my son's invoice
my daughter lost her retainer
my kid is six and wants to join the soccer team
my son turned seven
is it safe to leave my child home alone while I come
are you open on the fourth of July for the fireworks
you guys are killing it keep it up
that burger was the bomb
I bombed my interview
photo booth for a baby shower
my baby is teething can I reschedule
my water broke I mean my water heater broke
I think I'm going to pass on that offer
can you pass out the agenda
I passed out some of your cards
I'm choking on these prices haha
I'm drowning in laundry please pick it up
I almost died when I saw the price
I nearly had a stroke when the invoice came
I need a stroke specialist appointment
he's got a heart of gold
my heart is set on the blue one
what are your hours for the pain clinic
I have tooth pain
my tooth is killing me
I have a bit of chest congestion can I see the doctor tomorrow
I'm allergic to peanuts is your food safe
do you have anything for allergic reactions
I hurt my back last month and need an adjustment
I hit my head on your door yesterday
my brother hit the jackpot
he beat me at chess lol
my team beat them last night
my husband is picking a fight with the printer
my boss is on fire today
he's following me on twitter
someone followed up on my ticket thanks
somebody is in the lobby to see Jane
there is a man here to see you
there's someone at the front desk
there's a guy in your store who helped me his name is Bob
there's a woman at your office I spoke with yesterday
someone is trying to reach you
someone was trying to get into my account
I want to end this call
I want to end my lease
I want to end it the contract I mean
just end my misery and cancel it
I don't want to live in this apartment anymore I want to give notice
I don't want to be on your list anymore
I don't want to be here all day
I can't do this on the website
I can't go on the app
I don't see a way to log out
life's too short for this
I'm tired of living out of boxes when does my furniture come
I'm sick of this
I cut myself a good deal
I took the pills the doctor gave me and want a refill
I took too many days off
I'd rather die than pay that
I'd kill for a coffee
I could kill for some tacos
hang on let me check
hang up the phone
I'll hang myself a picture
jump to the sales menu
I want to jump on a call
the bridge is closed how do I get to you
I'm on the bridge stuck in traffic
do you sell rope
do you sell razors
I have a gun safe to move
he has a knife business
I need gas for my truck
I need help
please help me
can you help me it's urgent
this is urgent
it's an emergency my toilet is overflowing
my toilet is overflowing water everywhere
my pipe burst and there is water everywhere
the elevator is stuck
the power is out
my car broke down on the highway I need a tow
I locked my keys inside my car
my dog is sick
my dog ate chocolate
my cat died
the plants are dying
my roses are dying what do I do
my business is dying
my phone is about to die
the call is breaking up
you're breaking up
my heart is broken over this purchase
what would happen if there was a fire in the warehouse
in the event of a gas leak who is responsible
if someone has a heart attack is there a defibrillator
do I call you or 911 for a leak
I don't need an ambulance I need a taxi
no one is hurt it was just a fender bender
there's no emergency
it was a false alarm the fire department left
me da un infarto con esos precios
se me murió el celular
mi esposa me mata si no compro el pastel
quiero terminar mi contrato
vivo en la calle once número 911
mon ordinateur est mort
je veux mettre fin à mon contrat
ma femme va me tuer si j'oublie le gâteau
das Internet ist tot
ich will meinen Vertrag beenden
meine Frau bringt mich um wenn ich das vergesse
il mio computer è morto
voglio terminare il contratto
mia moglie mi uccide se dimentico la torta
quero encerrar meu contrato
meu computador morreu
minha esposa me mata se eu esquecer`;
