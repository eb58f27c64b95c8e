import { innocents, type Phrase } from "../list-phrases.ts";

export const innocentPhrases: readonly Phrase[] = [
	...innocents(
		"stop by, stop at",
		`stop by tomorrow?
		Can I stop by tomorrow?
		I'll stop by at 3
		Please stop by the office
		I need to stop at the bank first
		can you stop by my house on friday
		we will stop in around noon
		Stop by anytime!
		I'll make a stop on the way
		Quick stop at the store then I'm there
		stop at the front desk when you arrive
		please stop by before 5`,
	),
	...innocents(
		"stops and signs",
		`is there a bus stop
		Is there a bus stop near you?
		The bus stop is across the street
		which stop do I get off at
		turn left at the stop sign
		Last stop on the red line
		It's a non-stop flight
		One-stop shop
		pit stop
		Is that the last stop?
		turn left at the 🛑
		the truck stop off exit 9`,
	),
	...innocents(
		"not stop",
		`don't stop the order
		Don't stop
		please don't stop texting me
		I don't want to stop getting your texts
		don't stop sending me the deals!
		I never want to stop receiving these
		I can't stop laughing
		it won't stop raining
		My sink won't stop leaking
		the baby won't stop crying
		non stop all day
		please don't unsubscribe me
		I do not want to unsubscribe
		I didn't mean to unsubscribe
		Don't remove me from the list
		don't take me off the list
		I didn't text stop
		I don't want to opt out
		Never stop being awesome`,
	),
	...innocents(
		"stop something else",
		`stop the order
		Please stop payment on check 1042
		stop my service on Friday
		How do I stop the water leak?
		can you stop the delivery
		stop my mail while I'm away
		the machine stops after a minute
		it stopped working
		My heater stopped
		I want to stop my membership
		when did you stop serving breakfast
		Did you stop texting people about the sale?
		why did you stop texting me
		I had to stop
		they stopped me at the gate
		stop worrying lol
		The kids need to stop by 4 to use the pool
		we should stop using that vendor
		stop loss order
		make sure the leak stops
		You can stop calling me sir haha
		I stop working at 5`,
	),
	...innocents(
		"cancel something",
		`can I cancel my appointment
		cancel my order
		I need to cancel
		I need to cancel my appointment for tomorrow
		Please cancel my reservation
		cancel my appointment
		can we cancel Tuesday and do Thursday
		Cancel order 5521 please
		how do I cancel my subscription?
		What is your cancellation policy
		cancel it
		cancel that, I found it
		did you cancel my appointment?
		the flight was cancelled
		I want to cancel my policy
		Is there a fee to cancel?
		cancel?
		you can cancel the 3pm`,
	),
	...innocents(
		"end and quit",
		`the end
		please end the call at 5
		the end of the month
		At the end of the day
		what time does it end?
		when does the sale end
		I quit my job
		I quit smoking
		Never quit!
		quit playing haha
		we close at the end of June
		dead end street
		end of discussion
		Does the program quit by itself?
		weekend works
		The app keeps quitting
		how do I end my lease`,
	),
	...innocents(
		"remove something",
		`The old carpet has to be removed
		I want the stump to be removed
		can the stain be removed from this
		When will the dumpster be removed?
		take me off hold please
		remove the extra charge from my bill
		Can you remove the stain?
		delete the second order
		take the mushrooms off my pizza
		please take me off the waiting list, I found a table
		Can you take me off the schedule for Friday
		remove my old card from the account
		remove my wife from the appointment
		how do I remove the cover
		take off your shoes
		I removed it
		delete the last photo I sent
		take 10 off my total
		add me to the list
		Am I on the list?
		what's on your list
		put me on the list please
		drop me a line
		drop me off at the door`,
	),
	...innocents(
		"about the words",
		`what happens if I text STOP?
		It says reply STOP to unsubscribe, what is that?
		Reply STOP to unsubscribe
		Does STOP work?
		what does unsubscribe mean
		if I opt out will I still get receipts
		if I unsubscribe do I lose my points?
		Can I opt out of the warranty?
		I'd like to opt out of paperless billing
		opt out of the insurance please
		did I unsubscribe?
		unsubscribe me from the email newsletter but keep the texts
		I unsubscribed by mistake
		I accidentally opted out, sign me up again
		Text STOP to what number?
		where is the unsubscribe button in the portal
		Liked “Sale today! Reply STOP to unsubscribe”
		Laughed at “See you at 5. Reply STOP to opt out”
		👍 to “Your order shipped. Text STOP to end”
		the unsubscribe page
		revoke access for Bob please
		start
		resubscribe me
		I want to receive texts
		opt in
		Opt me in please`,
	),
	...innocents(
		"texts and messages",
		`If I get another text from the delivery guy I'll let you know
		When you text me again tell me the total
		I got your message
		no more messages came through
		did you get my text
		Text me when it's ready
		please text me at this number
		You can text me anytime
		don't text me the code, call me
		don't text me before 8am
		if you don't text me back I'll call
		Why don't you text me the address
		You don't text me anymore :(
		send me a message
		can you send me the messages again
		I haven't received any messages
		I never got a text
		stop texting while driving! haha
		I have no more questions
		no more ice please
		there are no more seats
		I don't want to miss your texts
		I don't want these texts to stop
		I don't want onions
		I don't need a receipt
		dont send me the invoice yet
		Don't call, just text me
		I'd like more messages like this
		Keep the texts coming
		please call instead of texting
		the alert on my dashboard won't go away
		I'm driving and can't text right now
		I'm tired of waiting
		i dont want to be late`,
	),
	...innocents(
		"numbers",
		`I don't use this number anymore, text me at 555-0100
		sorry I gave you the wrong number, it's 555-0134
		I called the wrong number
		is this the wrong number?
		the invoice has the wrong number on it
		my new number is 555-0187
		what number should I call
		Is this the right number for billing?
		lost my phone, this is my new number
		wrong size, can I exchange it?
		you sent the wrong item
		I got the wrong order
		who is this?
		This isn't Dave anymore he moved departments but I can help`,
	),
	...innocents(
		"ordinary",
		`yes
		no
		No thanks
		not interested
		ok thanks
		How much is a haircut?
		Thanks!
		Can someone call me back
		I'm outside
		running 10 min late
		See you tomorrow
		sounds good
		what are your hours
		leave it at the door
		Leave the package alone with my neighbor
		I'm done, come pick me up
		Enough for four people?
		that's enough, thanks for the help
		👍
		❤️
		🚌
		?
		help me choose a color
		I am interested
		go away for the weekend?
		my daughter lost her number tag`,
	),
	...innocents(
		"spanish innocents",
		`¿Dónde está la parada del autobús?
		quiero cancelar mi cita
		Necesito cancelar mi cita de mañana
		está muy alto el precio
		alto y claro
		para mañana por favor
		¿Para cuándo estará listo?
		baja el volumen por favor
		con eso basta
		no más de dos personas
		no me envíen el recibo por correo
		No quiero cebolla
		no dejen de enviarme mensajes
		no pare
		no me mandes a otro lado
		deja de llover a las 5
		gracias por su mensaje
		no recibí ningún mensaje
		¿me puede llamar?
		mándeme un mensaje cuando esté listo
		¿es el número equivocado?
		la dirección más baja de la lista`,
	),
	...innocents(
		"french innocents",
		`l'arrêt de bus est où ?
		je m'arrête à 17h
		je voudrais annuler mon rendez-vous
		merci pour votre message
		je n'ai pas reçu de message
		arrêtez-vous devant la porte
		n'arrêtez pas
		envoyez-moi un message
		plus de détails svp
		à la fin du mois
		vous pouvez me contacter ici`,
	),
];
