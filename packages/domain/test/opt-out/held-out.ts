import { innocents, optOuts, type Phrase } from "./list-phrases.ts";

/** Written after the rules and never used to correct them. */
export const heldOut: readonly Phrase[] = [
	...optOuts(
		"english",
		`STOP.
		Stop!! Thanks
		Stop pls n thank u
		please stop, ty
		Stop for good
		stop all future texts
		PLEASE QUIT
		Quit sending stuff
		end all communication
		Unsubscribe!!
		unsubscribe me asap
		Pls unsubscribe this phone
		UNSUBCRIBE
		opt me out please
		Opting out of these
		I'd rather opt out
		I would like to be opted out
		cancel texts please
		CANCEL MESSAGES
		Could y'all take me off this thing
		Take me off of your texting service
		take this phone off the list please
		Please get me off your contact list
		Remove me ASAP
		REMOVE MY PHONE NUMBER
		Remove this cell from your marketing
		Please remove my dad's number, he passed
		delete me
		Delete my contact
		Strike my number from your list
		I asked to be taken off this list last month
		Texting me is not ok, stop
		Stop hitting me up
		Stop texting at 6 in the morning and take me off your list
		I'm going to block you if you don't stop texting
		Stop with the marketing
		stop the promos
		Stop these alerts
		Stop notifications
		stop the automated texts
		No more notifications
		no more marketing
		Please no more
		No texts thanks
		don't message me again please
		Dont txt this #
		do not send text messages
		don't send me promos
		please don't text me anymore, I'm not interested
		We do not want text messages
		I don't want spam
		I don't want your ads
		I don't want to get texts from your company
		I never asked for these texts
		didn't sign up for this crap
		I did not consent to this
		You don't have consent to message me
		I'm revoking my permission to text
		I take back my consent
		wrong number dude
		Wrong number!
		I think u have the wrong number
		You've reached the wrong person
		Not Mike, wrong number
		leave me alone already
		go away!!
		Fuck off and stop texting me
		screw you, stop
		STOP BEFORE I CALL THE POLICE
		Knock it off
		Tell your system to stop texting me
		How do I stop these?
		how to opt out?
		Is there a way to unsubscribe?
		Where do I unsubscribe
		What do I text to make it stop`,
	),
	...optOuts(
		"spanish",
		`ALTO!!
		parar por favor
		no más textos
		no envien mas mensajes
		no quiero más textos de ustedes
		dejen de textearme
		me pueden quitar de la lista
		sáquenme de la lista por favor
		no me vuelvan a escribir
		este no es el número de Pedro, número equivocado`,
	),
	...optOuts(
		"french",
		`arrêtez s'il vous plaît
		je ne veux plus de textos
		ne m'écrivez plus svp
		supprimez-moi de la liste`,
	),
	...optOuts(
		"other languages",
		`não me envie mensagens
		keine SMS mehr bitte
		请停止发短信
		그만 보내`,
	),
	...innocents(
		"english innocents",
		`stop by whenever
		can you stop by before the weekend
		I might stop in with my mom
		He stopped by and left a card
		the tour has 3 stops
		Is this stop wheelchair accessible?
		Where do I get off, which stop
		make it a quick stop
		my water heater keeps stopping
		I can't get it to stop dripping
		stop the clock!
		please stop the recurring order until further notice
		Stop the mowing for October please
		I'd like to stop treatment
		don't stop now, almost done
		end table or coffee table?
		weekend rate?
		by the end of today please
		When does registration end
		cancel Monday
		can i cancel if it rains
		Please cancel and refund
		who do I call to cancel
		I need to cancel my son's lesson
		cancel the second appointment only
		I quit drinking coffee
		they quit making that model
		remove the stitches Friday?
		Please remove the delivery fee
		take me off the 9am and put me on the 11am
		can you take my order off hold
		take the old mattress away too please
		please remove john smith from the booking
		Delete my previous order please
		my number changed, it's 555-0198 now
		Call my other number
		Text this number from now on
		please text instead of calling
		Don't text me the gate code, email it
		don't call, the baby is asleep. text me
		Don't send the invoice to my old email
		please don't send anyone before 9
		I didn't get a text about the delay
		I only got one message
		did my message go through
		Your texts are so helpful, thanks
		I like getting these
		keep sending me the coupons
		are you a robot
		Do you have texts in Spanish
		I don't want the extended warranty
		I don't want to bother you but any update?
		I don't need anything else
		No longer need a quote, thanks
		no longer interested in the house
		Not interested at this price
		No more questions
		any more news?
		I'm tired, can we do tomorrow
		Leave the gate open please
		just leave it with my neighbor
		wrong color, can I swap it
		I think I wrote down the wrong number for the invoice
		is 555-0101 the wrong number for parts?
		I dialed the wrong extension
		what does STOP do?
		do I have to reply STOP?
		It says text STOP to cancel, does that cancel my order?
		how do people opt out of jury duty lol
		Does the plan let me opt out later
		Liked “Thanks for your order! Reply STOP to unsubscribe.”
		I give consent for the procedure
		what permission do you need from me
		block 3 hours for the job
		that's enough mulch thanks
		ok enough about me
		unstoppable!
		pull over at the next stop`,
	),
	...innocents(
		"spanish innocents",
		`paso mañana, ¿dónde paran?
		quiero cancelar el servicio del jueves
		¿cuánto cuesta cancelar?
		no me mande la factura por mensaje, por correo
		ya llegó el mensaje
		la mesa es muy baja
		no quiero molestar
		pare aquí por favor`,
	),
	...innocents(
		"french innocents",
		`j'arrête le travail à 16h
		annuler ma commande svp
		envoyez plus de photos
		je ne veux plus de sauce`,
	),
];
