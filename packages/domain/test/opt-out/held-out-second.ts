import { innocents, optOuts, type Phrase } from "./list-phrases.ts";

/** Written before the second reader's rules: 64 of 135 by rules at first, 115 later; then used once. */
export const heldOutSecond: readonly Phrase[] = [
	...optOuts(
		"polite and long",
		`Thank you for the information, but I would rather not get any further texts from your business.
		I really appreciate you reaching out, however at this point I'd prefer that we no longer be contacted.
		Hi there! Hope you're well. Could you be so kind as to discontinue sending messages to this phone? Many thanks, Ruth
		While your offers are nice, I'm not looking for any more of them and would be grateful if the messages ended.
		Thanks so much but we've decided to go another direction, so there's no need to keep texting.
		I'd be much obliged if you would no longer send me promotions
		Would it be possible for me to not receive these anymore? Thank you kindly
		With all due respect, I have no interest in being on the receiving end of your marketing
		Good afternoon. Please be advised that I do not wish to be contacted by your firm going forward.
		It was a pleasure doing business but kindly refrain from messaging me in future
		I am no longer a customer of yours so please no further communications
		Appreciate the reminder but I'd like these to end please, best regards, Tom
		please respect my wishes and do not contact this number in the future
		I think I've had enough of these messages now, thank you.`,
	),
	...optOuts(
		"off the list",
		`pls scrub me from ur marketing list
		I want my info gone from your database
		Remove my cell from all of your lists immediately
		please get my name out of your system
		can someone take 555-0133 off this distribution list
		Erase my details from your contacts, please
		kindly strike us from your mailing database
		You need to delete this number from your records and stop using it
		Could you have me removed from whatever list this is?
		I should not be on this list. Remove me.
		Why am I on this list?? Take me off!
		My mother passed away in May, please take her off your call list
		remove this number as it belongs to a child
		add me to your do not text list`,
	),
	...optOuts(
		"complaints with a reason",
		`you people text me three times a day and i never gave you my number
		I get these every single morning at 6 and I'm sick of it
		I have never done business with you, who gave you permission to message me
		Nobody here asked for your messages.
		These messages are driving me crazy, make them stop
		I already told you twice I don't want this
		I blocked you once and you're still texting me from new numbers, enough!
		this is the 5th message this week. ENOUGH
		Every week another ad. I don't want them
		I moved to Ohio years ago, no reason to keep sending me this stuff
		we sold that house in 2019 stop asking
		My phone bill goes up each time you text, please don't
		I've unsubscribed four times and yet here you are again
		This is spam and I did not ask for it`,
	),
	...optOuts(
		"threats",
		`One more text and you'll hear from my attorney
		I'm filing a complaint with the FCC for these unsolicited texts
		This number is registered on the national do not call list. You are in violation.
		Under the TCPA you owe me $500 for each of these messages
		Next message from you goes straight to my lawyer
		I am reporting this number to the FTC as spam
		Contact me again and I will sue
		Each further message will be reported to the attorney general
		you're violating the do-not-call registry by texting me
		Text me one more time and see what happens`,
	),
	...optOuts(
		"words of the law",
		`I hereby revoke any and all consent to be contacted by text.
		Consider this formal notice to cease all communications.
		I withdraw my permission for you to use my number.
		This is a cease and desist notice
		I do not consent to receive automated messages
		Any prior consent to text this number has been withdrawn
		You are not authorized to contact me at this number
		I opt out under 47 CFR 64.1200
		I am exercising my right to opt out of marketing
		Pursuant to GDPR delete my data and do not contact me again`,
	),
	...optOuts(
		"slang",
		`bro get off my line fr
		dont hmu again
		lose these digits
		yo quit hittin my phone
		miss me with these texts
		nah im good stop txting
		get outta my inbox
		stop blowin me up ya weirdos
		leave me da hell alone
		stfu and stop texting
		gtfo and lose my number
		yall need to chill w these texts, take me off
		kindly f off
		not 2day not ever. stop
		bye felicia, unsubscribe
		stop it with the spam already jeez
		go spam somebody else's phone`,
	),
	...optOuts(
		"spanish",
		`Ya no deseo recibir información de ustedes, gracias
		favor de eliminar mi número de su base de datos
		dejen de mandarme cosas que no pedí
		no estoy interesado, por favor no me escriban más
		retiro mi consentimiento para recibir mensajes
		ya párenle con los mensajes
		bórrenme de su lista de contactos
		¿Cómo hago para ya no recibir estos mensajes?`,
	),
	...optOuts(
		"french",
		`Je ne souhaite plus recevoir vos messages, merci
		Veuillez retirer mon numéro de votre liste
		arrêtez de m'envoyer des sms
		Merci de ne plus me contacter
		désabonnez-moi svp`,
	),
	...optOuts(
		"german",
		`Bitte schicken Sie mir keine Nachrichten mehr
		Ich möchte keine Werbung mehr bekommen
		Löschen Sie meine Nummer aus Ihrer Datenbank
		hört auf mir zu schreiben
		Ich widerrufe meine Einwilligung
		Lasst mich in Ruhe`,
	),
	...optOuts(
		"portuguese and italian",
		`Não quero mais receber mensagens de vocês
		tira meu número dessa lista por favor
		Non voglio più ricevere i vostri messaggi
		cancellate il mio numero dalla vostra lista`,
	),
	...optOuts(
		"russian, arabic, creole",
		`Больше не пишите мне
		хватит присылать мне смс
		удалите мой номер из базы
		لا ترسلوا لي رسائل بعد الآن
		أرجو إلغاء الاشتراك
		توقفوا عن مراسلتي
		pa voye mesaj ban mwen ankò
		tanpri retire nimewo mwen nan lis la`,
	),
	...optOuts(
		"asian",
		`请不要再给我发短信了
		别再发了
		把我从名单上删除
		請不要再傳訊息給我
		取消訂閱
		もう送らないでください
		配信停止してください
		メッセージはもう結構です
		문자 그만 보내주세요
		더 이상 연락하지 마세요
		đừng nhắn tin cho tôi nữa
		hủy đăng ký
		xin ngừng gửi tin nhắn
		huwag na po kayong mag-text sa akin
		tigilan nyo na ang pagtetext
		मुझे मैसेज मत भेजो
		कृपया मैसेज भेजना बंद करें
		mujhe message mat bhejo yaar
		band karo ye sms bhejna`,
	),
	...innocents(
		"delight",
		`Stop it!! That's so sweet of you
		omg stop you guys are the best 😭❤️
		stoppp I love this
		Shut up! You really found one?
		STOP I'm screaming this is gorgeous
		oh stop, you're making me blush
		no way, get out of here! free upgrade??
		Stop, 20% off? Take my money!
		I can't even, stop 😂
		Quit it, that's hilarious
		you had me at free shipping, stop it
		omg enough with the good news lol I love it`,
	),
	...innocents(
		"calls or e-mails only",
		`Please don't call me at work, a text is better
		stop calling my landline, text me here instead
		Can you take me off the email newsletter but keep the texts coming
		I'd like to unsubscribe from your emails. Texting is fine
		no more phone calls please, just message me
		don't leave voicemails, I never check them
		I'd rather get a text than a call
		Stop sending the paper invoices, email works
		Please quit mailing the catalog to my old address
		do not ring the doorbell, baby sleeping
		I opted out of paper statements, is that done?
		Remove my work email, use the gmail one
		no calls after 8 pm please`,
	),
	...innocents(
		"item of an order",
		`take the fries off my order pls
		Remove pickles and add bacon
		please drop the second chair from my order
		cancel just the blue one
		Can you cancel order #88213 before it ships
		scratch the extra cheese
		Delete the 2nd delivery, I only need one
		I don't want the warranty anymore
		stop the delivery for next week, we're out of town
		no more than 6 please
		please remove the late fee from my bill
		Take item 4 off the list I sent you
		can you end my rental on the 30th instead
		hold off on the installation until I text you
		I no longer need the dumpster`,
	),
	...innocents(
		"appointments",
		`cancel my 3:30 today, kid is sick
		I need to stop my membership from renewing, how do I do that
		can you take me off the schedule for Thursday
		Please remove me from the 9 o'clock slot and put me at 10
		i have to end our session early
		We can't make it, drop our reservation
		quick q can i cancel within 24 hrs
		don't send the crew tomorrow, it's raining
		will you stop by the house or should I come in
		take me off the waitlist, I found a spot sooner
		I'd like to withdraw my application
		not coming tonight, sorry`,
	),
	...innocents(
		"questions",
		`what are your hours on labor day?
		Do you guys deliver to Kyle?
		how late does the bus stop service run
		is the pool open on Sundays
		Which stop is closest to your shop?
		Does the alarm stop by itself?
		how much to remove a tree stump?
		Can you remove wine stains from a rug
		why did my service stop working
		how do i get off the highway coming from Dallas
		Do you text when it's ready?
		Who am I texting with?
		is this the number for the front desk?
		what list do I bring to orientation?
		do you have a do not disturb sign for the room`,
	),
	...innocents(
		"ordinary talk",
		`Thanks for texting me back so fast
		I'll text you when I get there
		Sorry for all the messages!
		I got your message, sounds good
		please keep me posted
		keep the updates coming
		My lawyer will send you the signed lease on Friday
		I need a lawyer for a car accident
		We filed with the FCC for our radio license, can you scan it
		never mind, found it
		I never got the text with the code
		you guys never stop amazing me
		my son won't stop talking about your camp
		the leak finally stopped
		I quit my job so my work number changed
		I revoked his access card, please confirm
		enough chairs for 12 please
		I'm done, you can pick it up
		I'm out of town until the 5th
		leave it by the back door
		the dog got out, please close the gate
		nobody is home, leave package with neighbor
		not today
		I'm not interested in the blue one
		We have no more paper in the printer
		Please don't text and drive lol
		we will be there in 10, get off at exit 4 right?
		I consent to the treatment
		Can I get the permission slip again
		unsubscribed from gym, signing up with you now`,
	),
	...innocents(
		"spanish",
		`quítele la cebolla por favor
		¿Puede cancelar mi cita del martes?
		no me llame, mejor un mensaje
		ya no quiero la silla roja
		paren en la esquina por favor
		¡basta, qué lindo!
		borre la última foto que mandé
		¿hasta qué hora está abierto?
		no puedo ir mañana
		elimine el segundo artículo de mi pedido`,
	),
	...innocents(
		"french and german",
		`enlevez les oignons svp
		annulez mon rendez-vous de mardi
		ne m'appelez pas, envoyez un sms
		je n'ai plus besoin du canapé
		arrête, c'est trop mignon !
		Bitte ohne Zwiebeln
		Ich muss den Termin am Montag absagen
		Rufen Sie mich nicht an, schreiben Sie lieber
		hör auf, das ist ja super!
		Ich habe keine Nachricht bekommen`,
	),
	...innocents(
		"other languages",
		`cancele meu pedido por favor
		sem cebola, por favor
		Annulla il mio appuntamento di martedì
		во сколько вы закрываетесь?
		отмените мой заказ
		не звоните, лучше напишите
		ما هي ساعات العمل؟
		请取消我周二的预约
		不要洋葱
		别打电话,发短信就好
		何時まで営業していますか
		火曜日の予約をキャンセルしてください
		예약 취소해 주세요
		몇 시까지 하나요?
		Tôi muốn hủy lịch hẹn thứ ba
		mấy giờ mở cửa?
		anong oras kayo bukas?
		paki cancel po yung order ko
		कल कितने बजे खुलता है?
		order cancel kar do please`,
	),
];
