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
];
