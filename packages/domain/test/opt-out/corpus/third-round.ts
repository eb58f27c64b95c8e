import { innocents, optOuts, type Phrase } from "../list-phrases.ts";

export const thirdRound: readonly Phrase[] = [
	...optOuts(
		"third round",
		`Please stop w the texts
		I'm begging you stop texting
		Y'all need to stop texting me
		this is my 4th time asking, STOP
		STOP TEXTING MY PHONE!!!!
		I have asked to be removed from your list
		Please have my number removed from your call list
		Kindly stop these messages
		Stop these annoying texts immediately
		pls stop sending promo messages
		PLEASE STOP SENDING ME THINGS
		can you guys stop with the messages
		Stop sending stuff to my phone
		No more of these texts please
		I don't need any more texts, thank you
		I'm good, please stop texting
		we don't want to receive your text messages
		Do not message this number again.
		Don't ever contact me again
		You do not have my consent to text me
		Please cease contact
		Cease and desist all contact
		Take this number off your list
		Take my # off your list
		remove this # please
		I want off this list
		I want out of this text list
		please take us off
		Erase my number
		Delete this number please
		Unsubscribe. I did not sign up for this.
		Unsubscribe!!! I've asked before
		UNSUBSCRIBE ME NOW
		unsubscibe please
		unsubscribed me please
		Opt out 🛑
		I would like to opt out of future texts
		opt out all
		Opt-out me please
		OPTOUT PLEASE
		End this
		end it please
		End these messages
		Cancel all
		cancel notifications
		Cancel my messages please
		quit it
		QUIT TEXTING THIS NUMBER
		Discontinue
		stop, I'm not interested
		Stop, please. Thank you.
		Not interested, don't text again
		No longer interested in your messages, please remove
		stop it, seriously
		Sorry but please stop
		hey stop
		Stop spam
		Stop scamming people
		STOP OR ILL REPORT YOU
		I will report you if you text me again
		If I get one more text from you I'm calling the attorney general
		block me
		Lose my number, creep
		Buzz off
		You have the wrong number, I am not Kevin
		wrong number!!
		Wrong number sorry
		This number doesn't belong to Lisa anymore. Stop texting
		I'm not who you think, wrong number
		Nobody named Frank here, please remove this number
		I don't know who you are, stop messaging me
		who dis? stop texting me
		new phone, stop sending me messages
		Stop. I moved away years ago.
		I moved to Ohio so please take me off your list
		My husband passed away, please remove him from your list
		Please remove my mother's number from your list
		stpo texting me
		stop texitng me
		dnt txt me agn
		plz no mor txts
		stahp
		STOP ALL TEXTS AND CALLS
		no calls or texts please
		I am on the do not call list
		Remove me from everything
		Please exclude me from future messages
		How do I get these to stop?
		how many times must I say stop
		why do you keep texting me, I said stop
		Are you going to stop texting me or what
		would you mind not texting me anymore
		I'd rather not get these texts
		I'd prefer not to receive texts
		Please don't text this number, it is a business line
		Alto ya
		no me mande mensajes por favor
		Ya no me escriban
		por favor no me manden nada más
		quiero que dejen de mandarme mensajes
		dejen de llamarme y de mandar mensajes
		No quiero que me escriban
		quítame de tu lista
		Favor de quitarme de la lista
		no estoy interesado, no me manden más mensajes
		Numero equivocado señor
		ya estuvo, no más textos
		SVP arrêtez
		arrêtez vos messages
		je ne veux pas recevoir vos textos
		enlevez mon numéro de votre liste
		ne me textez plus
		vous vous êtes trompé de numéro
		parem de me mandar mensagem
		Bitte schreiben Sie mir nicht mehr
		我要退订
		그만 보내세요
		прекратите писать мне
		non voglio più ricevere messaggi`,
	),
	...innocents(
		"third round, innocent",
		`Can you stop by around 4:30 to look at the AC?
		I'll stop in later today to pay
		tell Mike to stop by my desk
		Could the crew stop working before noon? Baby naps
		The truck didn't stop here today
		My dog won't stop barking at your guys haha
		does the shuttle make a stop at gate C
		We need to stop the subscription box for a month
		Stop order on the windows please
		please stop the work order for unit 5
		I need you to stop the charge on my card
		The bleeding hasn't stopped
		It stops after 10 seconds
		I want to stop smoking, do you help with that?
		When should I stop taking the antibiotics?
		Should I stop eating before the surgery?
		Can I stop the medication
		do i have to stop at the gate
		stopping by now
		Thanks for stopping by!
		Cancel my 3:30 please
		Please cancel tomorrow's appointment, I have the flu
		I'd like to cancel my membership
		Can you cancel the invoice and send a new one
		cancellation confirmed?
		Hi can I cancel and rebook for next week
		what's the cancel deadline
		Ends at 5 right?
		The end unit on the left
		end of the week is fine
		I'm at the end of my rope with this heater
		West end location
		I quit my plan last year, why am I being billed?
		The engine quit on me
		the printer quit working
		please remove the late fee
		Please remove item 3 from my cart
		can you remove the tree in my back yard
		Remove Tuesday from my schedule
		how much to remove a wisdom tooth
		Take me off the Thursday appointment and put me on Friday
		can you take me off the cancellation list, I found something sooner
		Please delete my credit card on file
		I need my number changed on the account
		update my phone number please
		my phone number is 555-0142
		This is my new number, please update your system
		Is my number on the list for the waitlist?
		Please add me to your list
		I'd like to get your texts
		Please keep texting me the specials
		Text me back when you can
		Please don't forget to text me
		did you text me earlier?
		I missed your text
		Sorry I missed your message
		I never received the text with the code
		why didn't I get a message
		No messages from you yet
		I have not gotten any more messages from the doctor
		there was no text
		Don't text my husband, it's a surprise. Text me
		do not text and drive lol
		please don't send the package to the old address
		don't send the bill yet
		don't call before 10
		Please do not contact the landlord yet
		never got the email
		I don't want the insurance
		I don't want to reschedule
		I do not want to receive a refund, just an exchange
		No longer need the appointment
		I no longer want the blue sofa
		I'm not interested in the warranty
		no more room in the fridge
		No more coffee for me thanks
		any more openings today?
		I'm sick, need to cancel
		so tired of this traffic
		Please leave the package alone on the porch
		who is this
		Who's texting?
		I think I called the wrong number earlier
		sorry wrong chat
		oops wrong person, ignore that
		the number on the invoice is wrong
		wrong address! we're at 12 Elm
		Is this the correct number for returns?
		Do you opt everyone into texts?
		What does opt out mean
		how does opting out work for the class action?
		Does unsubscribing affect my order?
		Liked “Your table is ready! Reply STOP to opt out”
		“Reply STOP to unsubscribe” is that you guys?
		I revoked his access already
		Do I need to give consent for my minor child?
		I consent
		I agree to receive texts
		Yes please
		Enough about that, how are you
		we have enough chairs
		Halt the shipment until Monday
		Please discontinue the blue one from my order
		Block off 2 hours for me
		turn off the sprinklers please
		Can you turn off the water to unit 3
		back off the price a little and I'll buy
		we go away in july
		Get lost in a good book sale was great
		I love your messages, never stop!
		don't ever stop sending these
		I didn't unsubscribe, please check
		Help
		¿dónde para el camión?
		Para llevar por favor
		quisiera cancelar mi reservación
		necesito cambiar la cita
		no puedo parar de reír
		el edificio es muy alto
		no me mande el pedido hoy
		No quiero cancelar
		¿Está equivocado el precio?
		ya basta de lluvia jaja
		mi número de teléfono cambió
		me puede mandar un mensaje más tarde
		je peux m'arrêter vers 15h ?
		l'arrêt d'autobus est fermé
		annulez mon rendez-vous svp
		je n'ai plus de message vocal
		vous arrêtez à quelle heure ?
		ne m'envoyez pas la facture tout de suite`,
	),
];
