import { innocents, optOuts, type Phrase } from "../list-phrases.ts";

export const seventhRound: readonly Phrase[] = [
	...optOuts(
		"seventh round",
		`Would you please discontinue these text messages? Thank you.
		I would prefer not to receive any more text messages from your store.
		Thank you but I am not interested in receiving these anymore.
		I'm no longer interested in your messages, please remove me from the list. Thanks!
		We've moved away and won't need your services, please take us off your texts
		Kindly delete my contact information from your records
		Please take my cell off your calling and texting list
		I keep telling you people I don't want these messages
		You've texted me ten times this week and it's too much
		I don't remember signing up for this, please stop
		I did not give you permission to text me
		I will contact my attorney if these texts do not stop
		I'll report you to the FCC
		this is illegal, I'm on the do not call list
		Consider this my formal revocation of consent
		I am withdrawing my consent to be texted
		You are hereby directed to cease and desist contacting me
		stop blowing up my phone bro
		nah i'm good lose my number
		stawp texting me
		pls stahp
		no mas textos
		por favor ya no me envien mensajes
		quítenme de su lista
		je ne veux plus de messages
		ne me contactez plus
		bitte nehmen Sie mich von der Liste
		keine Nachrichten mehr bitte
		não quero receber mais mensagens
		non inviatemi più messaggi
		не присылайте мне больше сообщений
		прекратите мне писать
		请别再给我发信息
		停止发送短信
		请停止
		不要再联系我
		もう連絡しないでください
		メッセージを停止してください
		送信をやめてください
		그만 보내주세요
		더 이상 문자 보내지 마세요
		연락 그만 하세요
		đừng gửi tin nhắn cho tôi nữa
		hủy tin nhắn
		tigilan mo na ang pag-text
		huwag nang mag-text
		मुझे संदेश भेजना बंद करें
		mujhe aur message mat bhejiye
		messages band karo
		لا تراسلني مرة أخرى
		أوقف الرسائل
		sispann ekri m
		I no longer wish to get messages from you.
		Remove me from all of your communications
		please cease all texts to this number
		take me off of whatever list I'm on
		I want no part of this, stop contacting me
		Don't you ever message me again
		do not send anything else to this number
		this number is on the DNC list
		You're harassing me. Stop.
		I've asked you to stop 3 times now
		next step is a lawsuit if you keep texting
		I've already unsubscribed, why am I still getting these
		You have the wrong number, take me off
		leave us alone please
		quit it with the messages
		I'm begging you to stop
		not interested stop
		no thank you, remove
		STOP ALL
		Stop please.
		unsubscribe thanks`,
	),
	...innocents(
		"seventh round, innocent",
		`I'd like to stop by around noon
		Is the lake trail open after the storm
		Can you send me the contract again
		We'd like to cancel our cleaning on Friday
		Please hold my mail for two weeks
		I want to end my contract
		How do I cancel my subscription to the box
		Take the kids off the emergency contact form
		please remove my husband from the policy
		Could you take $20 off the price
		the dishwasher stopped mid cycle
		I can stop in after work
		My flight has two stops
		please stop the leak asap
		I quit the gym, refund my fee
		Need a lawyer for my dad's estate
		Do you report to credit bureaus?
		I'm reporting a gas smell near your building
		My landlord violated the law, can you help me sue
		who do I talk to about a complaint
		your driver blocked my driveway
		someone is blocking the entrance
		please block my card it was stolen
		our number is 415 555 0100
		wrong size, can I return it
		You sent me the wrong item
		wrong address, we are at 12 Oak St
		leave the keys with the doorman
		leave my package at the side door
		Is there a texting option for updates?
		please text me updates
		can you message my wife too
		no messages please just kidding, keep me posted
		I have no more questions, thanks
		no further questions
		no more appointments this week?
		any more messages for me?
		we don't need anything else
		I don't need a reminder, I'll remember
		please no calls before 9am
		do not call the office, call my cell
		I never received my order
		I never signed the form
		I didn't sign up for the warranty
		I didn't ask for onions
		tired of waiting on hold
		this is ridiculous, where is my technician
		your service is terrible
		I hate this couch
		The alarm keeps texting me error codes
		My son keeps texting me memes lol
		stop sign is down on Elm
		Stop & Shop order ready?
		what's the end date of the promo
		promo code doesn't work
		are the offers still valid
		I love your offers
		your texts crack me up
		thanks for the reminder
		got the reminder, see you then
		reminder: my appointment is at 5
		can I opt into the rewards program
		I opted for the blue one
		am I on the guest list
		put me on the waiting list
		delete my old address please
		forget my last message
		ignore my last text
		sorry, meant to text my wife
		is this spam?
		is this number real
		is this a bot
		who's this
		how did you get my number
		can you unsubscribe me from the newsletter
		the dog won't leave me alone lol
		you have my permission to enter
		revoke guest wifi access
		I withdraw my offer
		withdraw $200
		what is your cancellation policy
		is the pool closed
		ok stop there
		stop at 3 please
		Please end the rental tomorrow
		halt the order until Monday
		discontinue the daily paper delivery
		the medication was discontinued
		enough is enough, I'm buying it
		that's enough for today
		out of office until Monday
		I'm out
		count me out for Friday
		take me off the schedule
		drop me off at 6
		lose the beard lol
		get out of town! that's cheap
		shut the front door
		no way
		not now
		maybe later
		call me instead
		phone calls only please
		email me instead`,
	),
	...optOuts(
		"eighth round",
		`I would kindly request that you cease sending me text messages.
		Thank you for your past service, but please do not send me any more texts.
		While I appreciate the updates, I'd rather you stopped sending them.
		Please note that I no longer wish to receive communications from you
		If possible, I'd like my number to be removed. Have a great day!
		I appreciate it but these texts aren't necessary, please discontinue
		Sorry but could you not text me anymore
		I don't think I need these anymore, thank you though
		Hello, please unsubscribe this number from your service, thank you
		I'm opting out of your messages
		remove my contact from your list please
		delete me from your database
		Please take me out of your contacts
		erase my number
		get me off your list
		take me off whatever this is
		I didn't sign up for this
		I never subscribed to this crap
		You text me every day, it's annoying, stop
		These messages come at 3am and wake me up, please stop them
		I don't even own a car, stop texting me about insurance
		Why do I keep getting these? I never signed up
		I've told you I'm not interested, leave me alone
		I'll sue you
		I will be contacting the FCC
		I'm reporting you to the FCC for harassment
		My attorney will be in touch about these texts
		this number is on the national do not call registry
		I'll file a TCPA complaint
		You're breaking the law by texting me
		I revoke my consent to be contacted
		cease and desist immediately
		I no longer consent to receiving texts
		consent withdrawn
		Do not contact me again under any circumstances
		boy if you don't stop texting me
		ew stop texting me
		lose my number pls
		who tf is this stop texting
		kick rocks
		no thx stop
		unsub pls
		请不要再发了
		停止发送
		不要再发信息
		請停止發送
		不要再傳給我
		別再發訊息
		やめてください
		送信停止
		もう送ってこないで
		メール不要
		문자 보내지 마
		연락하지 마
		수신거부합니다
		đừng nhắn nữa
		ngừng nhắn tin
		dừng gửi tin nhắn
		wag na kayo mag text
		itigil na ang text
		stop na po
		ayaw ko na ng text
		मैसेज मत करो
		मुझे मैसेज नहीं चाहिए
		message mat karo
		mujhe text mat karo
		band karo
		no me escriban mas
		ya no quiero mensajes
		dejen de escribirme
		quitenme de la lista
		arretez de m'ecrire
		je ne veux plus recevoir vos messages
		hört auf
		löscht meine Nummer
		parem de me mandar mensagens
		me tira da lista
		smettete di scrivermi
		cancellatemi dalla lista
		не пишите мне
		хватит
		удалите мой номер
		لا ترسلوا لي
		أوقفوا الرسائل
		sispann voye mesaj
		retire nimewo m`,
	),
	...innocents(
		"eighth round, innocent",
		`I could not stop laughing at your ad
		we can't stop eating your cookies
		stop it right now that's the best price I've seen
		omg stop it 😂 so good
		shut up and take my money
		girl stop, you did amazing
		stop playing, is it really free?
		lol stop, I'm blushing
		please stop emailing and text me
		only email me about billing, texts about delivery
		don't email, text
		no more emails please, texting is better for me
		calls are fine but no voicemails
		unsubscribe from the weekly email please
		cancel item 3
		cancel the 2nd pizza
		take the shirt off my order
		remove the tip please
		delete my reservation for two
		no onions no tomatoes
		please remove the extra bag fee
		stop the Tuesday delivery
		end my appointment early?
		can you cancel the 4pm
		I need to cancel dinner tonight
		please cancel my Tuesday appointment
		drop off is at 6
		what number do I text for support
		what list am I reading from
		are you guys open, I keep calling
		nobody picked up the phone
		I was told to text this number
		please contact my insurance
		my contact info changed
		update my contact details please
		can I get on your list for puppies
		text my mom when it's ready
		I didn't get any texts today
		stop me if you've heard this one
		let me know if you want me to stop by
		it stopped working after the update
		my subscription ended, can I renew
		end of story
		I rest my case
		quit while you're ahead haha
		leave it with me
		leave a message at the office
		remove stains?
		I'm calling my lawyer about the accident tomorrow, need the report
		FCC license question
		do I need consent from my landlord
		privacy policy?
		what do you do with my data
		can you delete the picture
		I reported the outage already
		block party on Saturday!
		enough room for four?
		I'm not mad, just hungry
		I never liked pickles
		¿me puede quitar el queso?
		no quiero cebolla
		no me llames, escríbeme
		cancela mi cita
		arrêtez-vous à quelle heure?
		sans fromage
		je ne veux plus ce produit
		Termin stornieren bitte
		ich brauche keine Tüte
		não quero cebola
		non voglio il formaggio
		не нужно доставку
		不用了谢谢
		别放辣
		不要电话,请发短信
		キャンセルお願いします
		いりません
		괜찮아요
		양파 빼주세요
		không cần đâu
		ayoko ng sibuyas
		प्याज मत डालना
		pyaz mat dalna
		order cancel karo
		لا أريد البصل
		pa mete zonyon`,
	),
];
