import { innocents, optOuts, type Phrase } from "./list-phrases.ts";

/** Written after the rules. First measured: 39 of 44 and 1 of 59 by rules, 42 and 1 with the stand-in. */
export const heldOutThird: readonly Phrase[] = [
	...optOuts(
		"opt-outs",
		`I'm grateful for the discount codes but they aren't for me, so please take my number out
		we would rather you didn't send any more reminders to this phone
		At your earliest convenience please stop all SMS to this line
		I'd like to be left off future announcements
		Kindly note I have not agreed to marketing texts and want none
		You have the old owner of this phone, quit messaging it
		please wipe my number from every list you have
		can you drop me from the blast list
		I get texts from you at midnight and I am sick of these messages
		You've sent nine messages this month and I answered none. Take the hint and stop
		never bought anything from you, stop messaging
		I will involve my lawyer if you text this phone again
		further messages will be reported to the FCC
		your texts violate the TCPA
		I hereby withdraw consent to any further contact
		cease all contact immediately
		As of today you do not have my permission to text
		yo stop hitting my line
		delete my number fam
		dude leave me alone with these promos
		ain't interested, quit texting me
		texts gotta stop
		no me manden mas promociones por favor
		ya basta de mensajes
		saquen mi número de la lista
		n'envoyez plus de messages s'il vous plaît
		enlevez-moi de vos listes
		bitte keine Werbung per SMS
		melden Sie mich bitte ab
		parem de enviar sms
		basta messaggi per favore
		перестаньте мне писать
		не присылайте больше смс
		不要发短信给我
		请取消订阅
		配信を止めてください
		連絡しないで
		문자 보내지 말아주세요
		đừng gửi tin nhắn nữa
		huwag nyo na akong itext
		मैसेज भेजना बंद करो
		msg mat bhejo
		لا ترسل لي رسائل
		pa voye mesaj ankò`,
	),
	...innocents(
		"innocents",
		`stop it you guys, I'm so happy with the couch
		omg no stop, it's gorgeous
		quit it lol you're the best
		please call my cell, not the house
		stop calling so early, a text is fine
		unsubscribe my old email, keep texting me here
		email the receipt, don't mail it
		remove the second pair of shoes from my order
		leave off the mushrooms
		cancel my haircut tomorrow
		drop the lamp, keep the rug
		can you take the cat off my pet policy
		end my free trial on Friday please
		please stop the water delivery while we travel
		how do I stop the alarm
		is there parking at the office?
		What time does the last bus stop there?
		do you remove old carpet
		who is my agent
		how long is the list for a table
		my attorney is copying you on the email
		we were reported to the HOA, can you help
		the number you gave me is disconnected
		my phone number changed last week
		I never heard back about the quote
		nobody answered when I called
		I'm tired of the color, can we repaint
		text me the total please
		send me a message when the part is in
		I got your text, thanks
		did the text with the code go out
		I'm not interested in the gold plan, silver please
		no more sugar in mine please
		I don't want the sofa, just the chairs
		we no longer need the van on the 4th
		I'm leaving the key under the mat
		thanks, that's enough paint
		lose the tie, it's casual
		let's end the meeting at 3
		puede quitar la sal por favor
		cancele mi pedido de ayer
		¿me manda un mensaje cuando esté listo?
		annulez la livraison de demain
		envoyez-moi un sms quand c'est prêt
		Ich möchte meinen Termin verschieben
		keine Zwiebeln bitte
		pode tirar o gelo
		posso cancellare la prenotazione?
		перенесите мою запись на вторник
		你们周末营业吗
		我想取消订单
		予約を変更したいです
		주문 취소하고 싶어요
		tôi muốn đặt bàn
		pwede po bang i-cancel ang booking
		मुझे अपॉइंटमेंट बदलना है
		kya aap sunday ko khule hain
		أريد تغيير موعدي
		mwen vle chanje randevou mwen`,
	),
];
