import { innocents, optOuts, type Phrase } from "../list-phrases.ts";

export const fourthRound: readonly Phrase[] = [
	...optOuts(
		"fourth round",
		`STOP thx
		stop, please & thank you
		Stop... please
		Please stop these. I am in hospice care
		Please stop, my phone is almost out of data
		I keep getting these, please stop
		stop txt me pls
		Quit w/ the texts already
		Quit it with these messages
		no more plz
		No more promos
		no more of these
		Not another text please
		I don't want another text from you people
		I said NO MORE TEXTS
		We sold that car. Stop texting about it.
		I already bought one, please take me off your list
		I sold my house years ago, remove my number
		Found another dentist, please remove me from your reminders
		I'm not a customer anymore, stop the alerts
		I haven't been a patient there in years. Please stop texting.
		This is a work phone, do not text it again
		This is a landline, quit texting it
		You're texting a child, stop
		He died last year. Please stop messaging this number.
		This is his mother, he doesn't want your texts
		Whoever this is stop texting me
		Lady stop texting me
		Bro stop texting me
		Sir please stop contacting me
		Y do u keep txting me STOP
		why are you still texting me after I said stop
		I've texted STOP 5 times
		STOP means STOP
		What part of stop don't you understand
		Do you not understand STOP
		Last warning. Stop contacting me.
		Final notice: cease all contact with me
		Any further texts will be reported to the FTC
		Text me again and I'll sue
		Don't you dare text me again
		Don't ever send me anything again
		Do not use this number for marketing
		Please do not use my number anymore
		Do not solicit me
		No solicitation please
		I am on the national do not call registry
		Put my number on your do not contact list
		Add me to the do not text list
		I do not authorize you to text me
		I never agreed to receive texts
		I never gave you my number, remove it
		How did you get my number? Delete it.
		Please delete my info
		please delete all of my information from your system
		Wipe my number from your system
		Get my number off your system
		Remove 555-0142 from your list
		Pull my name from your list please
		Can you take my mom off your list
		kindly unsubscribe
		UNSUBSCRIBE ALL
		Unsubscribe from everything please
		UNSUB PLS
		I'd like to unsubscribe please
		I wish to unsubscribe
		Let me unsubscribe
		I tried to unsubscribe and it didn't work
		unsuscribe me now
		unsubscirbe
		opt-out of everything
		Opted out
		I'd like to opt-out now
		I hereby opt out
		optout now
		Opt this number out
		END THIS NOW
		End all texts
		Cancel these texts
		cancel my sms alerts please
		Cancel all future messages
		Please cancel text notifications
		revoke my permission
		I am withdrawing consent to be contacted
		my consent has been withdrawn
		wrong guy
		You have got the wrong person
		Sorry this is the wrong number now
		I'm not Angela. Wrong number
		There's no Pedro at this number
		You must have the wrong number, nobody here ordered that
		Wrong number!!! Stop texting!!!
		nope wrong number
		Ugh stop
		Leave my phone alone
		Please just leave me alone
		Go bother someone else
		get a life and stop texting me
		🛑✋
		stop 🤬
		🛑 please
		Stop it please!!
		ok stop now please
		Stop, not interested
		not interested. dont text again
		No ty, remove me pls
		Alto, por favor
		Stop ya no quiero mensajes
		Ya paren de mandar mensajes
		no mande mensajes a este numero
		Por favor no me manden mas textos
		Deje de molestar
		ya no me interesa, no me escriban
		Quiero que me quiten de la lista
		Favor de no enviar mensajes
		borre mi número de su sistema
		Este número ya no es de Juan, no manden mensajes
		Equivocado de número
		Arrêtez maintenant
		Arrêtez tout de suite de m'envoyer des textos
		je veux me désinscrire
		plus aucun message svp
		enlevez moi de votre liste svp
		Faux numéro
		para de me mandar mensagem
		Bitte aufhören
		取消订阅谢谢
		그만
		не надо мне писать
		smettetela di scrivermi`,
	),
	...innocents(
		"fourth round, innocent",
		`Is it ok to stop by after 6
		My son will stop by to drop off the key
		We'd like to stop in and see the model home
		Just stop at the gate and ring the bell
		I'll stop for gas first
		bus stop 14 is closed today fyi
		I got off at the wrong stop
		Does route 9 stop near your office?
		The elevator stops between floors
		the leak finally stopped, thank you!
		the alarm will not stop beeping
		how do I get the alarm to stop beeping?
		My dishwasher quit mid cycle
		It quit again
		He quit last week, talk to Dana now
		don't quit on me now haha
		I never want these deals to end
		Month end statement please
		Dead end at the end of our street, turn right
		Ends Friday?
		Can we push it to the end of the week
		Cancel the pickup and deliver instead
		Please cancel one of the two rooms
		cancel the reminder for Tuesday, I'll be there Wednesday
		How much notice do I need to cancel?
		I cancelled my card, here's the new one
		Can I still cancel without a fee
		My flight got canceled so I need a later time
		I'd like to cancel the service call
		You can cancel the tow, it started
		Please remove my wife from the policy
		please remove the onions
		remove the dent how much?
		Remove my name from the title, what do I need?
		Can you take my dog off the 2pm grooming
		please take 5 dollars off like you promised
		take me through the options
		take me to the airport at 5?
		Delete the duplicate charge please
		erase the second signature
		Put my daughter on the list too
		Did I make the list?
		What list is this?
		I lost my list
		Text my wife when it's ready 555-0170
		Please text me the address again
		can u text me when the tech is close
		No need to text, just come over
		don't text, I'm driving. call
		Please don't text before noon, I work nights
		Please don't call, I'm in a meeting. Text is ok
		Don't send the crew until I confirm
		Do not send replacement, I found mine
		do not disturb sign on the door
		don't contact the insurance yet please
		never got my confirmation text
		I did not receive a text from you guys
		Haven't gotten my messages since Monday
		are texts free?
		Who can see these messages?
		Was that text from you or a scam?
		I only want texts about my order
		I want text updates please
		I would like to receive messages in Spanish
		I don't want to wait that long
		I don't want a refund, I want it fixed
		I don't want it anymore, can I return it?
		We no longer need the rental after May
		I no longer live there, here is my new address
		I'm not interested in financing, cash is fine
		Not interested right now, maybe in spring
		no more availability this week?
		No more ants since you sprayed!
		tired of my old roof, what can you do
		I'm sick of the noise from that unit
		Leave it alone for now
		leave me a voicemail
		Leave me the invoice in the mailbox
		wrong part, I need the 3/4 inch
		you sent me the wrong link
		the tech went to the wrong house
		did I text the wrong number?
		sorry wrong window
		I have the wrong size
		that's the wrong price
		permission slip attached
		Do I need permission to text the doctor?
		I agreed to 450
		I didn't agree to this price
		I never signed the form, send it again
		I didn't sign up for the class yet, is there space?
		How do I stop autopay
		please stop the recurring delivery
		I'd like to stop my cable service at the end of June
		When will the construction stop?
		Is there any way to stop the smell?
		Stop order 8841 from shipping please
		The brakes don't stop well
		should we stop watering the new grass
		unsubscribe button on your site is cute lol
		is opting out of the class action a good idea?
		Can we opt out of the HOA?
		we chose to opt out of the service plan
		Loved “We miss you! Txt STOP to unsubscribe”
		Enough snow already this winter right
		is 20 enough?
		Block party Saturday
		Can you block off the driveway
		I accidentally hit stop on the dryer
		restart please
		Never mind, found it
		never better!
		END of message
		cheers
		¿Para qué hora?
		paro por ahí en la tarde
		El carro no para
		quiero cancelar mi pedido
		¿Cómo cancelo la cita?
		alto riesgo
		la presión está baja
		no mande al técnico hoy
		No quiero esperar
		ya no me duele, gracias
		mándeme el mensaje otra vez
		no me llegó el mensaje
		on s'arrête chez vous demain
		le bus arrête où ?
		je ne veux pas annuler
		je veux plus d'information
		retirez 2 articles de ma commande
		à la fin`,
	),
];
