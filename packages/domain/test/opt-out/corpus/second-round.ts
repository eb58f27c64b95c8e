import { innocents, optOuts, type Phrase } from "../list-phrases.ts";

export const secondRound: readonly Phrase[] = [
	...optOuts(
		"second round",
		`stop texting me please and thank you
		Stop texting me I don't know who you are
		Can u stop texting me plz
		plz take me of this list
		Pls take me off ur list ASAP
		I'd like to stop receiving these texts.
		I want to stop getting messages from you
		Please stop all communication with me.
		Do not ever text me again!!!!
		You've been told to stop texting me
		this is the third time I'm asking you to stop
		I said to stop texting me
		STOP SENDING ME MESSAGES!!!!
		STOP MESSAGING THIS NUMBER
		stop texting this phone please
		Stop sending me ads
		stop the spam texts
		quit sending these
		Please quit contacting me
		no more marketing texts please
		No more alerts
		I am opting out of text messages
		Opt me out of all communications
		I'm opting out
		OPTING OUT
		I choose to opt out
		I opt out
		I'd like to be taken off this text list
		I'd like my number removed
		Please take my number out of your system
		Could you remove my number from your system? Thanks
		Remove my phone number from your records
		I do not give you permission to text me
		you do not have permission to text this number
		You don't have my permission to contact me
		I didn't give you permission to text me
		I have not consented to these texts
		Who gave you my number? Stop texting me
		How did you get this number? Take me off your list
		I'm not John. Remove this number.
		This is not Karen's number anymore, please stop texting
		This isn't Bob's phone. Stop.
		Karen no longer has this number. please remove
		Unsubscribe me from your text messages
		Unsubscribe this number
		unsubscribe my number please
		please unsubscribe from all future messages
		how to unsubscribe
		How to stop?
		how do i make this stop
		Make it stop!!
		End all messages
		End subscription to texts
		End service text
		cancel my text alerts
		cancel text subscription
		Cancel these messages
		please cancel all future texts
		Quit texting
		Quit bugging me
		Leave me the hell alone
		Leave us alone please
		Get off my phone
		Back off
		Dont contact this number again
		dont call or text this number
		Never contact me again.
		Never message me again
		Do Not Contact
		Please do not send any more texts
		please don't send me any more promotional messages
		Don't send these anymore
		I don't want to get these anymore
		I don't want any more of your messages
		dont want ur texts
		I dont want no more text
		i dont want no more messages
		I do not wish to receive any further communication
		i no longer want to be contacted
		Not interested, please remove me
		Not interested. Stop texting.
		not interested, take me off
		I'm not interested stop texting me
		nope unsubscribe
		Yes stop
		NO STOP
		no!! stop!!
		stop ok?
		STOP!! STOP!!
		Stop stop stop!!!
		stop......
		stop 🙏
		STOP 😡😡😡
		please stop 🛑
		🛑 texting me
		🚫 texts
		stop txts
		Stop msgs
		stop all
		Stop everything
		stop contact
		STOP MARKETING
		Stop this nonsense
		enough with the texts
		Enough!
		I've asked you to stop three times
		I replied STOP and you're still texting me
		I texted stop yesterday
		Already texted STOP
		I've already opted out
		i unsubscribed last week
		Reported. Stop texting me.
		I'm reporting you to the FCC if you don't stop
		Stop or I sue
		Stop harrassing me
		stop text me
		stop send me messages
		Stop to send me messages
		please stop to text me
		stop texts
		Unsubscribed
		Please deactivate my number from your texts
		I revoke any consent given
		I am revoking consent
		my consent is revoked
		wrong numbr
		U have the wrong number
		u got the wrong person
		wrong #
		Wrong number bro
		You texted the wrong number
		You are texting the wrong number
		I think you texted the wrong person
		Sorry I think you have the wrong person. I'm not Steve
		Ya no me manden mensajes
		no me mandes mas mensajes porfa
		No me molesten
		No molestar
		Ya no quiero mensajes
		quiero dejar de recibir mensajes
		Quiero cancelar los mensajes
		Por favor elimínenme de la lista
		Eliminar mi numero
		no me llamen ni me escriban
		no deseo recibir publicidad
		Parar mensajes
		PARE!
		Detener
		dejen de enviar mensajes
		para de mandar mensajes
		se equivocaron de numero
		Equivocado
		esta equivocado de numero
		No soy Maria, número equivocado
		stop por favor
		Arretez de me texter
		arrete de m'envoyer des textos
		Je ne veux plus de messages
		ne plus me contacter
		Veuillez me retirer de votre liste
		enlevez-moi de la liste
		vous avez le mauvais numéro
		vous vous trompez de numéro
		Stop SVP!
		Bitte keine SMS mehr
		Não me mande mais mensagens
		não quero receber mensagens
		não me envie mais mensagens
		numero sbagliato
		不要再发短信了
		请退订
		хватит писать
		не пишите мне больше`,
	),
	...innocents(
		"second round, innocent",
		`Stop by when you get a chance
		Can you stop at home depot on your way
		I stopped by yesterday but nobody was there
		is it ok if i stop by around 2
		We'll stop by to pick it up
		I'll stop over after work
		can the technician stop in today
		He said he would stop by
		what's the next stop
		I missed my stop
		Where does the shuttle stop?
		Does the train stop there?
		does the 40 bus stop at your building
		stop sign was knocked over
		Full stop.
		nonstop
		the AC won't stop making noise
		How do I stop my toilet from running?
		my car wouldn't stop
		please don't stop on my account
		We can't stop eating your cookies lol
		nobody can stop me
		stop the presses!
		I can't stop thinking about that house
		I need to stop payment
		Stop payment please
		Please stop the automatic renewal
		I want to stop autopay
		stop auto-pay on my account
		can we stop service at 12 Oak St
		I want to cancel
		I'd like to cancel
		please cancel my 2pm
		cancel the second one
		Do you charge a cancel fee
		who canceled it
		Was my order cancelled?
		Need to cancel tomorrow, sick
		The end of the driveway
		in the end we went with blue
		end of July works
		when's the end date
		My lease ends in May
		The weekend is fine
		Quit rate is high lol
		I am going to quit my gym
		revoke the old key card please
		please revoke John's access
		What's your opt out policy?
		can I opt out of the extended warranty
		remove the old furniture please
		do you remove wallpaper
		Can you remove me as the emergency contact for Tim?
		take my name off the lease
		take me off speaker
		take me to the list of homes
		list price?
		I'm on the mailing list right?
		can you text me the list
		please put me back on the list
		delete that last message, wrong person lol
		Please delete the photo
		don't delete my account
		lose weight
		you lost my number? lol
		I lost my number slip, can I still pick up?
		Got your text, thanks
		Please send me a text when done
		Text me the total
		text 555-0100 instead
		Don't text Jim, text me
		please dont text, call
		Please don't contact my employer, contact me directly
		Don't call me at work
		don't message on Sundays
		Can you not text so late
		I don't get your messages
		I didn't receive the text messages
		why am I not getting texts
		I stopped getting your texts
		Why did I stop receiving texts?
		am I still subscribed?
		how do I subscribe
		How do I sign up for texts
		sign me up!
		I don't want the large
		I don't want to cancel
		I don't want anything else, just the pizza
		don't send it yet
		Don't send anyone today please
		Don't send me the old version
		don't bother
		don't worry about it
		Not interested in the blue one
		I'm not interested in the upgrade
		no more than two please
		no more questions thank you
		No more pain since the treatment!
		are there no more appointments?
		No texting and driving
		no message
		never mind
		never again will I shop elsewhere, love you guys
		I'm sick of this weather
		tired of waiting for the plumber
		leave the keys alone
		Should I leave it alone?
		go away party is on friday
		I'm going away next week
		I think the driver has the wrong number
		you have the wrong address
		Wrong color
		did you get the wrong number?
		The phone number on your site is wrong
		wrong date, its the 5th
		I have consent forms to sign
		Do you need my consent?
		does my husband need to consent
		Loved “Your appointment is confirmed. Reply STOP to opt out”
		Emphasized “Reply STOP to unsubscribe”
		Reacted 👍 to “Msg&data rates may apply. Reply STOP to end”
		Disliked “Sale ends today. Reply STOP to stop”
		Do I reply stop to cancel my appointment?
		if I say stop will you still deliver
		what's the unsubscribe policy
		para 4 personas
		para llevar
		¿puedo cancelar la cita?
		cancelar mi orden por favor
		alto o bajo?
		la planta baja
		¿Dónde paro?
		pare en la esquina por favor
		la parada
		no me envie la factura todavia
		No quiero el grande
		basta con dos
		el autobús no para aquí
		quiero más información
		borre el segundo pedido
		elimine la cebolla
		saque cita para el lunes
		j'arrive
		plus de sucre
		je ne veux pas de sauce
		l'arrêt suivant
		arrêtez au feu rouge
		supprimez la deuxième commande
		fin de semaine`,
	),
];
