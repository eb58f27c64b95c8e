import { englishGrievances } from "./english-grievances.ts";
import { englishClasses } from "./english-words.ts";
import type { LanguageText } from "./language-rules.ts";

export const english: LanguageText = {
	words: {
		bare: "stop stopall unsubscribe cancel end quit revoke optout remove cease halt desist discontinue enough unenroll",
		bareWith: "no nope yes and or sir maam madam 1 11",
		bareInQuestion: "stop stopall unsubscribe optout",
		soft:
			"please kindly thanks just fucking fuckin freaking frickin effing damn goddamn bloody literally seriously " +
			"immediately asap now already really guys folks hey hi hello ok okay omg ugh wtf lol bro dude sorry haha lmao " +
			"honestly simply permanently forever instantly fr smh porfavor tf da lmao bruh yo jeez ya fam dawg lmfao geez",
		negations:
			"dont doesnt didnt never not cant wont wouldnt couldnt shouldnt isnt without hasnt havent aint",
		links: "to you want need have wish like mean plan intend try wanna it even let them trying going",
		doers: "i we he she they it that which who",
		reports: "did didnt do does have had when if once until before after unless since as that because why",
		hypotheses: "if unless did does happens happen mean means was were accidentally should",
		retractions: "ignore disregard oops whoops delete meant",
		alternatives: "call email phone text message use ring contact write instead",
		asides: "email emails newsletter newsletters mailer voicemail",
	},
	classes: englishClasses,
	rules: {
		never: `
			unsubscribed|optedout|unsubscribe|optout|stop by|on|in? mistake|accident
			accidentally|mistakenly unsubscribed|optedout|unsubscribe|optout|texted|text|sent|hit|replied|typed|said
			${englishGrievances.never}`,
		always: `
			^ {remove}|lose|forget|take {me} $
			leave|let {me}|my the? hell|fuck|phone|number|cell? alone
			go bother|harass|annoy|spam someone|somebody else
			stop means stop
			part of|does stop|no dont|do|cant|isnt
			not|dont|cant understand|read|know what|the|word|meaning|of* stop
			text|message|contact|call {me} again and|or|ill
			dont you dare|ever {contact}
			dont|didnt|never authorize|authorized|allow|allowed you|this|these|any|to* {contact}|{texts}|{contacting}
			never|didnt give|gave you my|this number|info|phone
			theres|there|is* no|nobody _? _? at|with this number|phone
			get off my phone|cell
			^ back off $
			^ cut|knock it out|off $
			^ block {me} $
			^ remove $
			^ reply|text|send stop $
			^ stop to end|quit|cancel|unsubscribe|optout|stop $
			if you {contact} {me} again|anymore
			if get|receive|i* one more {sms} {next}|from
			if get|receive|i* one|another more? {sms} from you|your|this
			appreciate|prefer|like|wish|hope|love|great|nice it|if|you|would|could* stopped|stop|quit {contacting}|sending
			mind|prefer|rather|appreciate not {contacting} {me}
			prefer|rather|appreciate not to? receive|receiving|get|getting|have|having|see {this}* {texts}
			prefer|rather|appreciate not to? be|being {contacted}
			prefer|rather|appreciate if? you not|didnt|dont|never {contact} {me}
			^ how to|do|can i|we? stop|quit|end $
			if|unless you dont|wont stop $
			dont|didnt|not|never give|gave|given|have|had you|u? my|any|our? permission|consent|authorization to? {contact}|{contacting}|send
			consent|permission is|are|has been? revoked|withdrawn|rescinded
			nolonger|doesnt has|have|own|owns|use|uses this number|phone
			lose|forget my|this|our {number} $
			cease and desist
			^ go away $
			^ get lost|bent $
			^ f|bugger|eff|bug|buzz|sod off $
			fuck|piss off $
			never|dont speak|talk|reach|ring out? to {me} again|anymore|ever
			never|dont ring|call this number|phone again|anymore
			^ i? never|didnt sign|signed up $
			^ no more $
			^ no more of this|these|that|those|it $
			^ enough with|of {this}* {texts} $
			still getting|receiving {this}* {texts} after i? unsubscribed|optedout|stop|unsubscribe
			on|to|in the|your|national* dont|no call|text|contact|sms list|registry
			if|unless you dont|keep|continue {stop}|{contacting}|sending {contacting}|me|us|sending
			how many times do|must|should|have|will|am i have|need|gotta|going? to? say|tell|text|type|ask|reply|send
			unsubscribe|optout|stop link|button|option|page|thing|feature|url dont|doesnt|isnt|wont|not|is|does|didnt|never broken|work|working|dead|not
			${englishGrievances.always}`,
		astray: `
			^ you|youve|nope|nah|think|its|this|thats|is|have|has|had|got|the|i|must|probably|a|ive|im|no|be|texting|your|youre* {wrong} {person} $
			^ you|youve|this|is|its|have|got|the|i|think|a|must|no* {wrong} {person} {next}|stop|remove|unsubscribe|bud|buddy|pal|there|nobody|take|delete
			^ i|think|believe|im|sure|pretty|maybe|and|but|that|so* you|youve|youre are|have|texted|called|messaged|texting|calling|messaging|contacting|reached|dialed|got|contacted* the|a? {wrong} {person}`,
		statement: `
			^ i|we|want|said|need|and|absolutely|again|wish* no more {this}* {texts}|contact|calls $|to|from|ever|or|and|on|you
			no more {this}* {texts} $
			^ no calls|emails or|and|nor {texts} $
			i|ive told|asked to|not* be {contacted}
			^ no texts|messages|sms|spam|soliciting|solicitation|solicitations|texting|ads|contact $
			im|keep|am|been asking|telling|saying|begging you? to? stop|unsubscribe
			^ texted|replied|said|sent|typed stop|unsubscribe $|{often}
			i|ive|have|we said|told|asked|texted|replied|typed|sent|written|wrote|say you|them* to|us|the|word* stop|unsubscribe|optout|quit $|{next}|{often}
			i|ive|have|we told|asked you to|not {stop}|dont|to|not* {contact}|{contacting}|sending
			ive|i|have|we unsubscribed|optedout $|{next}|{often}|from|of
			^ unsubscribed|optedout $
			revoke|revoking|withdraw|withdrawing|rescind|rescinding|retract|revoked|withdrawn {this}|prior|express|previous|written|our* consent|permission|authorization
			nolonger|dont|not|never consent|consented|agree|agreed to {this}* {texts}|receive|receiving|be|being
			^ i nolonger|dont consent $
			never|didnt sign|signed up for|to {this}* {texts}|receive|get
			never|didnt subscribe|subscribed|agree|agreed|consent|consented|ask|asked for|to? receive|get|be? {this}* {texts}|list
			tired|sick|done|fed up? of|with receiving|getting|seeing? {this}* {texts}|{contacting}
			not|nolonger interested in receiving|getting|hearing? {this}* {texts}
			dont|doesnt|nolonger|not|never want|wish|need|like|care|wanna to|for|receive|receiving|get|getting|be|have|see|hear|about|you|sending|send|me|us* {this}* {texts} $|{next}|from|anymore|on|ever|again
			dont|doesnt|nolonger|not|never want|wish|wanna|need|care|like to|you|be|for|us* {contacted} $|{next}|anymore|by|again|ever|on|from
			dont|doesnt|nolonger|not|never want|wish|wanna|need|like you|anyone|anybody to? {contact}|{contacting} {me}
			dont|doesnt|nolonger|not|never want|wish|wanna|care|need|like to hear|receive|get anything|from|these|this|them|any
			${englishGrievances.statement}`,
		stopping: `
			^ {stop}|end it|this|that|all|everything|them|these|me $|or|and|i|you
			^ cancel|terminate|discontinue all|everything $
			{stop} doing this|that|it
			{stop} reaching out
			{stop} {contacting} people|everyone|everybody|strangers
			{stop}|end all|any communication|communications|contact|correspondence|messages|texts
			{stop} {contacting} {me} $|{next}|with|about|from|anymore|again|every|all|ever|constantly|like|for|everyday|daily|your|these|my
			{stop} {contacting}|sending and|or|nor|n {contacting}|sending
			{stop} {contacting} $
			{stop} contact|communication|communications $
			{stop} to? text|message|contact|call|spam|bother|sms|write {me}
			{stop} to send {me} {this}* {texts}
			^ {stop} or i|im|ill|we|else
			{stop} {contacting} this|my|our|that number|phone|cell|line|mobile|house|home|office|business|{kin}
			{stop} {contacting} this|here|it|anymore $
			{stop} {contacting} {me}? about
			{contacting} {me} stop $
			{stop} sending|send|forwarding {me}|my|out|to? {this}* {texts}
			{stop} sending|send {me}|this|that|it|these|those|them|anything|things* $
			{stop} sending|send {me} this|that|it|these|those|them|things|anything {next}|to
			{stop} it? with {this}* {texts}|{contacting}
			{stop} blowing|filling|clogging|flooding up? my|our
			{stop}|cancel|terminate|suspend|block|kill|deactivate|disable {me}? {this}* {sms} $|{next}|to|from|for|service|subscription|now|coming
			{stop} {this}* {texts} $|{next}|to|from|coming
			end all|these|the|your|this|those* {texts} $|{next}|to|from
			cancel|end|terminate|deactivate|disable {this}* {sms} subscription|service|alerts|messages|program|notifications|updates
			cancel|end|stop|terminate {this}* subscription|service to|for|of {this}* {texts}
			make {this}* {texts}|this|it|that|these|them stop|end|quit
			{stop} getting|receiving {this}* {texts}
			get|want|need these|them|this|it {texts}? to stop|end $|{next}
			{texts} need|needs|have|has|must|gotta|should to? stop|end
			turn|shut|switch|cut off {this}* {sms} $|{next}|to|on|for
			turn|shut|switch|cut {this}* {sms} off
			please|just|you stop $
			^ nope|nah|yes|yeah|and|so|again|interested|not|number|spam|scam|im|i|am|this|is|wrong|said|sorry|busy|no|who* stop $
			^ {stop}|unsubscribe i|im|ive dont|didnt|never|not|told|said|already|hate|asked|am|will|have|nolonger|want
			^ {stop} who|you|this|wrong|its|leave|spamming is|are|am|i|number|me|will|a|keep|spam|have|this|you|the
			^ {stop} you idiots|idiot|morons|moron|assholes|asshole|scammers|scammer|creeps|creep|losers|spammers|spammer|people
			will|would|could|can|may|must you|this|it|they|these|the* stop $
			${englishGrievances.stopping}`,
		leaving: `
			{unsubscribe}|optout $
			unsubscribed {me} $
			want|need off|out of? {this}* {listkind}* {list}
			{unsubscribe}|optout {mine}|and|or|i|im|it|all|everything|these|number|from|to|texts|messages|because|before|here|you|your
			optout of {this}* {texts}|{list}|this|these|all|everything|it|them|here|receiving|getting|your
			opt {mine} number|phone? out $|{next}
			opt {mine} number|phone? out of|from {this}* {texts}|{list}|this|these|all|everything|it|them
			{remove} all|of* {mine} {kin}? {number}* from {this}* {listkind}* {list}|this|here|these|everything|it
			{remove} {mine} {number}* {next}
			{remove} {me} $
			{remove} digits digits? digits? from {this}* {listkind}* {list}
			{remove}|forget|lose my|this|our {number} {number}? $|{next}
			take|get|let|kick|boot|scratch|cross {mine} {kin}? {number}? off|out|of|from* {this}* {listkind}* {list}|this|here|these
			take|get {mine} {number}? off|out $
			take off my|this|our number|name
			my|our number removed|deleted|taken|unsubscribed|erased
			be|get|want|like removed|deleted|taken|dropped|erased|unsubscribed|optedout off|from|out|of|me* {this}* {listkind}* {list}
			i|we|id|me|us would|want|like|need|love|to|have|wish|prefer* be|get? removed|unsubscribed|optedout|deleted $|{next}
			get|getting|be off|out of? {this}* {listkind}* {list}`,
		forbidding: `
			dont use my|this|our number|phone anymore|again
			dont use my|this|our number|phone for {texts}
			dont|never {contact} {me} $|{next}|again|anymore|ever|with|your|these|spam|any|period
			dont|never {contact} {me} at|on this|my number|phone|cell
			dont|never {contact} or|and|nor|n {contact}
			dont|never {contact} this|my|our number|phone|cell|again|line
			dont|never {contact} it again|anymore
			dont|never be? {contacting} {me}
			^ dont|never text|message|contact|sms|solicit|spam again|anymore|ever? $
			dont|never send|sending {me}? {this}* {texts} $|{next}|again|anymore|ever|to|on|at|from|like
			dont|never send|sending {me} this|these|those|anything|any|more|that|it|them|else|from|you|again|ever* $
			dont|never send|sending {me}? {this}* anymore|again
			not {contact}|send {me} again|anymore|ever|{texts}`,
	},
};
