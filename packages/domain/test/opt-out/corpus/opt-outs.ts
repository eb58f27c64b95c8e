import { optOuts, type Phrase } from "../list-phrases.ts";

export const optOutPhrases: readonly Phrase[] = [
	...optOuts(
		"keyword",
		`STOP
		stop
		Stop
		STOPALL
		Unsubscribe
		cancel
		END
		quit
		Revoke
		optout
		OPT OUT
		opt-out
		Opt out`,
	),
	...optOuts(
		"keyword with marks",
		`STOP!
		stop.
		Stop!!!
		stop!!
		"STOP"
		STOP STOP STOP
		stop stop
		*STOP*
		unsubscribe.
		End.
		QUIT!!!
		Cancel.
		(stop)
		S T O P
		S.T.O.P.
		ＳＴＯＰ
		stop?
		🛑
		🛑🛑🛑
		STOP 🛑
		Stop 😡
		END!`,
	),
	...optOuts(
		"polite keyword",
		`STOP please
		stop pls
		Please stop
		please stop.
		Pls stop
		Stop thank you
		STOP, thanks
		Please unsubscribe
		unsubscribe please
		Hi, please stop
		ok stop
		Ok please stop now
		Please STOP!!!
		stop now
		Stop immediately
		Just stop
		No. Stop.
		no thanks stop
		No thank you. STOP
		please stop it
		stop this
		Stop it!
		stop already
		Could you please stop?
		Can you stop
		Would you please STOP
		please cancel
		please quit
		I said stop
		i said STOP!!
		end please`,
	),
	...optOuts(
		"slip of the keys",
		`Stopp
		stoppp
		STOOOOP
		stpo
		sotp
		st0p
		unsubscibe
		Unsuscribe
		unsubcribe
		UNSUBSCRIB
		un-subscribe
		unsub
		unsubsribe me
		opt ouf this list pls remove me
		plz stop txting me
		stop tx ting me please stop
		stop texing me
		dont txt me
		remov me
		cancle messages`,
	),
	...optOuts(
		"stop texting",
		`stop texting me
		Please stop texting me
		Stop messaging me
		stop messaging
		STOP CONTACTING ME
		stop sending me messages
		stop sending me these texts
		Stop sending these messages please
		please stop sending texts to this number
		quit texting me
		Quit sending me this crap
		stop texting my phone
		stop texting this number
		Stop texting me or I will report you
		Can you please stop texting me?
		will you stop texting me
		could you stop sending me messages?
		I need you to stop texting me
		I want you to stop contacting me
		You need to stop texting me
		stop fucking texting me
		For the love of god stop texting me
		Stop spamming me
		stop bothering me
		Stop harassing me!!
		cease all communication
		Cease and desist
		Please discontinue these messages
		Stop the texts
		stop all messages
		stop all texts please
		STOP THESE MESSAGES
		stop your spam
		stop with the texts already
		stop blowing up my phone
		why won't you stop texting me
		When will you stop texting me???
		If you don't stop texting me I'm calling my lawyer
		If you keep texting me I will block you
		I told you to stop texting me
		I asked you to stop
		I already told you to stop
		how many times do I have to tell you to stop
		make it stop
		make these texts stop
		How do I stop these texts?
		how do i stop getting these messages
		end texts
		Cancel texts
		cancel all text messages
		turn off these notifications
		Stop texting and calling me
		stop calling and texting me
		stop texting me every day
		Stop texting my wife`,
	),
	...optOuts(
		"off the list",
		`take me off your list
		Take me off this list
		please take me off the list
		remove me from this list
		Remove me from your list please
		remove me
		Remove
		please remove me
		Remove my number
		remove my number from your list
		remove this number from your database
		delete my number
		Delete me from your contacts
		take my number off your list
		take me off
		get me off this list
		How do I get off this list?
		I want to be removed from this list
		I would like to be removed from your mailing list
		Can I be taken off your list?
		please remove us from your marketing list
		lose my number
		Lose this number!
		forget my number
		drop me from your text list
		Kindly remove me from your texting list. Thanks
		put me on your do not call list`,
	),
	...optOuts(
		"unsubscribe or opt out",
		`unsubscribe me
		Please unsubscribe me
		unsubscribe from all
		I want to unsubscribe
		I would like to unsubscribe from these texts
		how do i unsubscribe
		How can I unsubscribe?
		I'd like to opt out
		I want to opt out of these messages
		Please opt me out
		opt me out
		opt out please
		I am opting out
		opt out of all texts
		how do I opt out?
		can I opt out
		I can't unsubscribe
		I already unsubscribed
		I have opted out twice
		unsubscribe link doesn't work?
		unsubscribe link is broken
		I'm still getting your texts after I unsubscribed
		unenroll me`,
	),
	...optOuts(
		"no more",
		`no more messages
		No more texts
		no more texts please
		No more!
		please, no more texts from you
		I want no more messages
		no more spam
		i said no more texts
		no texts
		No messages please`,
	),
	...optOuts(
		"do not",
		`don't text me
		Do not text me again
		dont text me anymore
		Don't message me
		Do not contact me
		do not contact
		do not text this number
		please don't contact me anymore
		Never text me again
		Don't send me any more messages
		don't send me texts
		Please do not send me anything else
		don't text or call me
		do not call or text
		I don't want these texts
		I don't want to receive these messages
		i dont want your texts
		I do not want any more texts from you
		I no longer want to receive texts
		I no longer wish to receive messages
		I don't wish to be contacted
		I don't want to hear from you
		I don't want you to text me
		We no longer want these alerts
		I don't need these messages
		I never signed up for these texts
		I didn't subscribe to these messages
		I'm tired of these texts
		sick of your messages
		not interested in receiving texts`,
	),
	...optOuts(
		"consent withdrawn",
		`I revoke my consent
		I hereby revoke my consent to be contacted
		I withdraw my consent
		I do not consent to these messages
		I no longer consent
		Revoke consent
		I revoke permission to text this number`,
	),
	...optOuts(
		"wrong number",
		`wrong number
		Wrong number, stop
		wrong number stop
		You have the wrong number
		you've got the wrong number
		Sorry, wrong number
		This is the wrong number
		I think you have the wrong number
		Wrong person
		wrong number please remove
		Wrong number. Take me off your list.
		Hi you have the wrong number, this is not Maria`,
	),
	...optOuts(
		"rude",
		`leave me alone
		Leave me alone!!
		go away
		fuck off
		F off
		piss off
		get lost
		enough already
		stop you idiots
		STOP you are annoying
		Stop I don't know who this is
		stop i never signed up for this
		stop who is this
		Not interested stop
		this is spam stop
		STOP. I already told you I'm not interested.
		Who is this? Stop.`,
	),
	...optOuts(
		"spanish",
		`alto
		ALTO!
		Alto por favor
		basta
		Ya basta
		pare
		parar
		cancelar
		baja
		quiero darme de baja
		dar de baja
		no más
		no más mensajes
		No mas mensajes por favor
		no me envíen más mensajes
		No me manden mensajes
		no me mande más textos
		no me escriban más
		No me escribas
		no me contacten
		no quiero recibir mensajes
		No quiero más mensajes
		ya no quiero recibir sus mensajes
		deje de enviarme mensajes
		Dejen de mandarme mensajes por favor
		deja de escribirme
		dejen de molestarme
		quítenme de la lista
		Sáqueme de su lista
		bórrenme de su lista
		elimine mi número
		borra mi numero
		déjenme en paz
		número equivocado
		Numero incorrecto
		se equivocó de número
		detener los mensajes
		desuscribir`,
	),
	...optOuts(
		"french",
		`arrêtez
		Arrêt
		arrêter
		arrêtez svp
		STOP svp
		arrêtez de m'écrire
		Arrêtez de m'envoyer des messages
		arrêtez les messages
		ne m'envoyez plus de messages
		ne m'écrivez plus
		Ne me contactez plus
		je ne veux plus recevoir de messages
		je souhaite me désabonner
		désabonnez-moi
		désinscrire
		retirez-moi de votre liste
		supprimez mon numéro
		mauvais numéro
		laissez-moi tranquille
		plus de messages svp`,
	),
	...optOuts(
		"other languages",
		`pare de me mandar mensagens
		não quero mais receber mensagens
		número errado
		Stopp bitte
		keine Nachrichten mehr
		Falsche Nummer
		hören Sie auf mir zu schreiben
		退订
		停止
		取消订阅
		不要再发了
		수신거부
		중지
		стоп
		отпишите меня
		توقف
		dừng lại
		huwag na kayong mag text
		basta con i messaggi`,
	),
];
