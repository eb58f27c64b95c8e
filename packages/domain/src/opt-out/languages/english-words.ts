export const englishClasses = {
	stop: "stop quit cease desist discontinue halt",
	contacting:
		"texting messaging contacting spamming bothering harassing annoying pestering writing calling phoning bugging " +
		"soliciting emailing dming hounding stalking harrassing harrasing harasing spaming pinging scamming",
	contact: "text message contact sms bother call write spam email solicit dm harass bug phone ping",
	texted: "texted messaged contacted called",
	contacted: "contacted texted messaged bothered solicited spammed called harassed emailed",
	sms: "text texts message messages sms mms alert alerts notification notifications notifs texting messaging",
	texts:
		"{sms} spam promo promos promotion promotions promotional ad ads advert adverts advertisement advertisements " +
		"advertising offer offers marketing solicitation solicitations soliciting communication communications " +
		"correspondence reminder reminders blasts campaign campaigns updates crap bullshit bs shit junk garbage trash " +
		"nonsense stuff deals coupons harassment",
	this:
		"this these those that anymore the a your my any all such more of them other further unwanted stupid annoying daily " +
		"constant random weekly future another automated marketing promotional text texts sms promo spam sales political",
	number: "number phone cell cellphone mobile line contact info information name details data digits",
	list: "list lists database system contacts records roster group chat thread chain distro subscription {texts}",
	listkind:
		"mailing marketing contact contacts call calling phone distribution subscriber subscription messaging message " +
		"messages spam solicitation broadcast blast promo promotional advertising customer texting sms text group and",
	remove: "remove delete erase drop scrub purge pull unlist strike exclude omit deactivate wipe",
	unsubscribe: "unsubscribe unenroll unregister deregister disenroll",
	me: "me us",
	kin:
		"wife wifes husband husbands mom moms mother mothers dad dads father fathers son sons daughter daughters kid kids " +
		"grandma grandmas parents family",
	mine: "me us my our this him her them",
	wrong: "wrong incorrect",
	person: "number person guy phone contact woman lady man",
	often:
		"twice times three four five six multiple several many like 2 3 4 5 6 x2 x3 a yesterday last before again",
	next:
		"i im ive ill id you youre its who or and but because cuz cause bc since so we were he she they else " +
		"wrong no this not dont sorry if unless",
};
