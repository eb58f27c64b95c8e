import { innocents, optOuts, type Phrase } from "../list-phrases.ts";

export const fifthRound: readonly Phrase[] = [
	...optOuts(
		"polite and long",
		`I appreciate the offers but would prefer not to receive further messages at this time, thank you
		Thank you, but I would prefer not to hear from you any longer
		We are happy with our current provider and have no interest in getting your messages
		If you could kindly discontinue these updates I would be grateful
		It would be great if you didn't send these anymore
		I'm sure your products are lovely, however I'd rather not be messaged
		I am not interested in any future offers, thanks for understanding
		Could you please ensure I receive no further communication?
		Would you mind no longer contacting this number
		Please refrain from texting this number
		I'd like for these messages to stop, thanks
		Going forward please don't include me in your messages
		I do not wish to be part of your marketing
		No need to text me anymore, thanks
		Thanks but I no longer wish to hear about your deals
		We would appreciate no more contact from your company
		I've no desire to receive these notifications any further
		I would be grateful if you stopped contacting me`,
	),
	...optOuts(
		"list",
		`remove my number from your contacts
		please remove us from your database
		Delete my number from your records please
		Take my wife's number off your list
		get me off this mailing list
		Put me on your do not contact list
		I want my number erased from your files
		take me out of your system
		please remove this number, the owner has died
		I'd like my contact details deleted from your system
		Scratch my name off your list
		Please get rid of my number
		my number needs to be taken off your list
		How did I get on this list? I want off
		I don't belong on this list`,
	),
	...optOuts(
		"complaints",
		`you text me every day and I never signed up for this
		You guys text me way too much, I'm done
		I never gave you my number, who are you? leave me be
		I keep getting these texts and I have asked you to stop
		These texts are annoying and unwanted
		I get ten of these a week. Too many!! No more.
		Why do you keep texting me? I'm not interested
		why are you still messaging me
		Your texts wake my baby up every night, stop it
		I don't know how you got this number but I don't want your texts
		I didn't ask to be contacted
		tired of all this spam
		these are unsolicited messages
		Getting real tired of these
		so sick of these texts
		I am not your customer, please stop
		nobody asked for this spam
		This is harassment
		you have texted me 6 times today`,
	),
	...optOuts(
		"threats",
		`I will report you to the FCC if you text again
		my lawyer will contact you if you message me one more time
		You are violating the TCPA
		I'm on the do not call registry
		stop or I'll sue
		I'll take legal action if this continues
		Reported to the FTC
		reported as spam and blocked
		I'm going to block this number
		This is a violation of the Telephone Consumer Protection Act
		Text this number again and you will be hearing from my attorney
		I have filed a complaint with the FCC about your texts
		next text I'm suing you for $1500 per message`,
	),
	...optOuts(
		"law",
		`I revoke consent to all communications
		cease and desist
		Cease and desist all further communication immediately.
		I withdraw consent
		consider this my written notice to stop
		I hereby withdraw any permission I may have given you
		You no longer have my permission
		I rescind my consent to receive text messages
		My consent is withdrawn effective immediately
		I am invoking my right to be removed
		do not contact me by any means`,
	),
	...optOuts(
		"slang",
		`quit blowing up my phone
		leave me tf alone
		gtfo my phone
		nah stop w this
		get off my phone
		yo chill with the texts
		dont hit me up no more
		stop hmu
		miss me with that spam
		get tf out my phone
		stfu and leave me alone
		stop spammin me
		fuck outta here with these texts
		lmao stop texting me bruh
		aint nobody ask for this
		bruh take me off
		nobody wants ur texts
		take the L and stop texting
		get out of my messages
		go harass someone else`,
	),
	...optOuts(
		"asian",
		`请停止给我发短信
		不要再发短信给我
		不要再給我發簡訊
		請把我從名單中移除
		別再傳了
		请把我的号码删除
		我不想再收到短信
		不想收到你们的消息
		停止傳送
		メールを送らないで
		もう送らないで
		配信を停止して
		連絡しないでください
		登録解除
		リストから削除してください
		문자 보내지 마세요
		연락하지 마세요
		수신 거부합니다
		문자 그만
		더이상 문자 받고 싶지 않아요
		dừng nhắn tin
		đừng gửi tin nhắn cho tôi
		hủy đăng ký nhận tin
		tôi không muốn nhận tin nhắn nữa
		xóa số của tôi
		wag nyo na akong itext
		itigil nyo na yan
		ayoko na makatanggap ng text
		tanggalin nyo number ko
		मैसेज बंद करो
		मुझे और मैसेज नहीं चाहिए
		mujhe message mat karo
		message mat bhejo
		sms band karo
		mujhe msg nahi chahiye`,
	),
	...optOuts(
		"spanish, french, german, others",
		`ya no me manden nada por favor
		por favor elimínenme de su lista
		no deseo recibir más promociones
		quiten mi número de su sistema
		revoco mi consentimiento
		no me interesa, no me escriban
		déjenme de molestar
		cómo cancelo estos mensajes
		supprimez mon numéro de votre base
		cessez de me contacter
		je me désabonne
		merci de me retirer de votre liste
		ne m'envoyez plus rien
		bitte keine weiteren Nachrichten
		Nehmen Sie mich aus dem Verteiler
		Ich möchte keine SMS mehr erhalten
		Streichen Sie meine Nummer
		Unterlassen Sie jede Kontaktaufnahme
		não me mandem mais nada
		quero sair da lista
		remova meu número
		não quero mais mensagens
		non mandatemi più messaggi
		toglietemi dalla lista
		non voglio più messaggi
		уберите меня из списка
		прекратите рассылку
		не хочу получать ваши сообщения
		отстаньте
		توقف عن إرسال الرسائل
		لا أريد رسائل
		الغاء الاشتراك
		احذف رقمي
		sispann voye mesaj ban mwen
		retire m nan lis la
		pa ekri m ankò`,
	),
	...innocents(
		"delight",
		`stop it, that's amazing!
		omg stop 😍
		shut up, no way!
		Stop it you're too kind
		oh my god stop it's beautiful
		omg stop this is the cutest thing
		quit it you're killing me lol that's great
		STOP that is so cool!!
		stop, I'm crying, I love it so much
		get out!! that's awesome
		enough already, you're too good to us ❤️
		stop!! best news ever`,
	),
	...innocents(
		"calls or e-mails only",
		`stop calling me, text is fine
		unsubscribe me from the newsletter e-mail only, texts are OK
		please stop calling, you can text me
		no more calls please, texting is better
		don't call me, text me instead
		Take me off the email list, texts are fine
		I don't want emails, just texts please
		stop emailing me, text works better
		remove me from your mailing list for catalogs, texting is ok
		do not phone my office, message me here
		quit leaving voicemails, just text
		please stop sending letters to my old address
		opt me out of the emails only, keep the texts`,
	),
	...innocents(
		"item of an order",
		`remove the onions
		cancel my Tuesday appointment
		cancel order 1234
		please take the lamp off my order
		take the second item off my order please
		remove the extra charge please
		cancel the delivery for tomorrow
		can you remove the rug from my cart
		drop the soup and add a salad
		delete the 5pm booking
		no more onions please
		hold the mayo and stop the daily coffee delivery
		stop my subscription box for July
		I want to end the lease in May
		please end my session at 4`,
	),
	...innocents(
		"neighbours",
		`stop by at 5
		what's on the list for Friday's meeting
		my lawyer needs the contract by Monday
		do you handle TCPA compliance training
		we need to report the damage to the insurer
		can you block off Tuesday for me
		I'm sick, can we reschedule
		tired after the trip, see you tomorrow
		who do I contact about billing
		how do I contact the driver
		don't contact the tenant, call me first
		who should I text about parking
		please delete the photo I sent by mistake
		I no longer work there, my new email is below
		I'm not interested in financing, cash is ok
		i dont need the receipt
		My number is on the list at the gate
		leave the dog alone when you come in please
		I revoke the offer on the house
		consent form attached
		did you text me?
		I got 2 texts from you about the invoice, which is right?
		text me when the table is ready
		please text my husband too
		my phone is off at night, text me in the morning
		no texts from you yet, is it ready?
		I didn't receive the confirmation text
		Why did you text me?
		请问几点开门
		请停止我的送货
		注文をキャンセルしたい
		배송 언제 와요?
		hủy đơn hàng giúp tôi
		kailan dadating ang order ko
		order kab aayega
		मेरा ऑर्डर कहाँ है
		когда вы открываетесь
		отменить заказ
		متى تفتحون
		cancelar mi cita por favor
		quite el queso
		annuler mon rendez-vous
		Termin absagen bitte
		cancelar minha consulta
		anota kòmand mwen`,
	),
];
