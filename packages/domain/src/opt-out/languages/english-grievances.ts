/** Further English revocations, by guard as in english-rules.ts. */
export const englishGrievances = {
	never: `
		dont|not need|want a reminder
		unsubscribed|optedout|optout|unsubscribe of|from my|the|your|that|this* paper|paperless|email|emails|newsletter|insurance|warranty|gym|class|plan|jury|hoa|statements|mailings|catalog`,
	always: `
		prefer|rather not to? hear from you|yall|your
		prefer|rather|like|ask|request that|if? you|we|i? not|nolonger|dont be? {contacted}|{contacting}|{contact}|send
		prefer|rather|appreciate|want|request|like no more|further|additional {this}* {texts}|contact|communication|communications
		nolonger|dont|not|never wish|want|care|desire|need|like to? hear from|about you|yall|your anymore|again|$|company|any|deals|offers|sales
		nolonger|dont|not wish|want|desire to? be a? part of|on|in {this}* {texts}
		no desire|wish|interest|use|reason to|for|in* being|be|receive|receiving|getting|get|have|having|see|seeing|hear|hearing|continue|on* {this}* {texts}|{contacted}
		no interest in|to? _? _? receiving|getting|end of|your* {this}* {texts}
		no need|reason for? you? to? keep|continue|go on? {contacting}|sending
		no need|reason to? {contact}|send {me} anymore|again|further|ever|{texts}
		no further {texts}|contact|communication|communications|correspondence
		refrain|abstain from|in? {contacting}|sending|contact|any|further {me}|this|my|$|{texts}|contact|messages|in
		nolonger {contacting}|contact|{contacted} {me}|this|my|our|by
		nolonger {contact}|send {me} {this}* {texts}|$|anymore
		be? so|as? kind|grateful|appreciate|great|nice|obliged|glad|happy|thankful|wonderful|lovely|better if|it|as|to|you|the|these* would|could? didnt|dont|nolonger|stopped|not|discontinue|stop|ended send|sending|{contact}|{contacting}|{texts}|{texted}
		great|nice|grateful|obliged|glad|appreciate|happy if|it|the|these|this|your* {texts} ended|stopped|ceased
		would|could|can|may|do you mind|please not|nolonger {contacting}|sending
		mind nolonger|not {contacting}|sending
		not|nolonger|never receive|get {this}* {texts} anymore|again|from
		possible|way for|to? me|us? not|stop to? receive|receiving|get {this}* {texts}|these|this|those|them
		dont|never include {me} in|on {this}* {texts}
		nolonger a? customer|client|member|patient|interested so|and no|stop|please|dont
		get rid of my|our|this {number}
		dont|shouldnt|not belong|be on {this}* {listkind}* list|database
		why am|are i|we on {this}* {listkind}* list
		{remove} {me} $
		gone|out|off from|of your|the|this {listkind}* list|database|system|records|roster
		info|information|details|data|number gone|removed|deleted|erased|out from|of? _? your|the
		{remove} {mine}|all|any* {number} _? from|of|in _? {this}* {listkind}* {list}|files|file|directory|crm|books|phonebook
		why do|are|does|did|would you|yall|they guys|people? still|keep|constantly|always {contacting} {me}
		you|yall guys|people? keep|wont|cant {contacting} {me}
		{texts} are|is|r _? _? annoying|unwanted|unsolicited|harassment|spam|excessive|intrusive|illegal|unwelcome|driving
		this|these|your|more? unsolicited|unwanted|unwelcome {texts}
		this|it is|its harassment|spamming
		tired|sick|fed of|with|up* these|them|yall $
		nobody|noone|aint ask|asked|asks|wants|want|wanted|needs|nobody|here* for? {this}* {texts}
		not|nolonger interested in receiving|getting|seeing|having? these|those|them $|anymore|any|again
		formal|written|official|my revocation of|$|to
		dont|never send anything|more|else|any|stuff* to this|my|our number|phone|cell|line
		on a|the|your|national* dnc list|registry|$
		lawsuit|lawyer|attorney|sue|suing|court|fcc|police|report _* if|unless you _? _? {contacting}|{contact}|sending|stop
		rather|wish you|yall _? stopped|stop|quit|ceased {contacting}|sending
		my|our {number} to? be? removed|deleted|taken|erased
		^ discontinue|desist $
		could|would|can you not {contact}|send {me} anymore|again|please
		dont think i|we need|want|like this|these|them|those|any|it|{texts}* anymore
		take|get|remove {me} off|from|out of? whatever
		contact|contacting|calling|notify|notifying the? fcc|ftc
		file|filing a? tcpa
		aint nobody|noone|one ask|asked|want|wants|sign|signed up? for? this|these|that|{texts}
		nobody|noone here? ask|asked|wants for|to? this|these|it|that $
		didnt|never ask|asked|want|request|requested to be {contacted}
		didnt|never ask|asked|sign|signed|request|requested up? for this|that|it|these|any $|or|and|so
		report|reporting|reported you|this|number|it|your|yall|being|the|company|business* to|with the? fcc|ftc|bbb|attorney|police|authorities|carrier
		reported|reporting as|for spam|harassment
		reported|blocked and|n blocked|reported
		complaint|complain|complaining with|to the? fcc|ftc|attorney|bbb|authorities
		violating|violation|violate|violates|breaking|breach of|in? the? tcpa|telephone|law|dont|federal|fcc|national
		under|per|the* tcpa you|your|its|each|this|i|we
		on|registered|in|with* the? national|state|federal|us* dont call|text|contact|sms list|registry|register
		one|1 more|another {texts}|time and|ill|im|youll|or|from
		^ next|another|each|every|one|further* {texts}|time _* sue|suing|lawyer|attorney|court|fcc|ftc|police|authorities|report|reported|reporting
		{contact} {me}|this|number* again|once|one|more|time* and|or|youll|ill|i|see
		{contact} {me} one more time
		lawyer|attorney|sue|suing|police|fcc|court|report _* if you|i|another|this|it _* {contact}|{texts}|continues|continue|again|stop
		legal action if|unless|for|against
		i|we|im|ill|were will|am|gonna|going|about|just|have|already* to? block|blocking|blocked you|yall|this|your _? $|number|if|and|n
		formal|written|official|final|last notice|warning|request to stop|cease|leave|remove|quit
		nolonger have|has my|our|any permission|consent|authorization
		my|our? right to be? removed|optout|object|forgotten
		not|arent authorized|permitted|allowed to {contact}|text|message|use
		dont|never {contact} {me} by|via|through|in any|all|whatever|the
		cease all|any|further|these* communication|communications|contact|correspondence|{texts}
		get|gtfo the? out|outta|off of? my? phone|inbox|messages|texts|dms|line|cell|mentions
		gtfo of|out* my phone|inbox|messages|texts|dms|line|cell
		how|where do|can|to|would i|we? stop|end|quit|cancel these|them|{texts} $
		gtfo $
		^ stfu $|and
		lose this|these|them|my|that|those digits|number|contact
		{stop} with|it this|that|these|it|all $
		chill|cool|ease|lay off|it|down|out|up* with|on {this}* {texts}
		dont|never|stop|quit hit|hitting {me} up
		dont|never|stop|quit hmu
		miss {me} with {this}* {texts}|this|that
		fuck|get|gtfo outta|out|off of? here with {this}* {texts}
		dont|not|nolonger|never want|wish|need|like|care to be on|in|part of? {this}* {listkind}* {list}
		like|prefer|want|ask|asking|request|rather not to be {contacted}
		ask|asking|request|requesting|demand|demanding|require that? _? _? {texts} _* cease|stop|end
		leave|keep|count|exclude {me} out? of|from {this}* {texts}
		left|kept|taken out|off of? {this}* announcements|mailings|{texts}
		{stop} hitting|blowing|lighting my? line|phone|cell|dms|inbox
		dont|not|nolonger need|want {this}* followups|follow by|over|via text|texts|sms
		not|nolonger|zero|no further|more|any? interest|interested in being {contacted}
		no further|more? interest in your|this|you company|business|firm|{texts}|or|$
		asked|wanted|demanded|requested to be taken|removed off|out|from
		{contacting}|{texts} is|are so|really|totally|completely|just? unacceptable|ridiculous|excessive|outrageous|relentless
		you|yall wont|dont|cant stop {contacting} {me}
		consent|permission|authorization _? _? _? is|are|was|has|have|been|hereby|now* revoked|withdrawn|rescinded|cancelled|canceled|terminated
		demand|insist|ask|request|require that? you _? cease|stop|desist|quit {contacting}|sending|$|contact|all|and
		object to {this}* processing|{contacting}|{texts}|use
		{remove} my|our _? data|information|records|number under|per|pursuant
		notice|letter of revocation|optout|objection
		lawyer|attorney|court|claims|fcc|ftc|suing|sue|evidence|police _* over|about|for|if|of|because|more {this}* {texts}
		over|about|for|if|of|every|each|more {this}* {texts} _* lawyer|attorney|court|claims|fcc|ftc|suing|sue|evidence|police
		hear|hearing about|of|from this|it|fcc|ftc|my? _* if you dont|wont|keep|continue|{contact} stop|quit|{contacting}|sending|{me}
		wasting my data|time|minutes with {this}* {texts}
		told|tell|telling you|yall guys|people|before* im|that|i|am* not|nolonger interested $
		like|want|need|wish|prefer these|them|this|it|those to stop|end|cease $|please|now
		take|get|remove digits digits? digits? off|from|out {this}* {listkind}* {list}
		to not receive|get|have|see these|them|those|{texts} anymore|again|$
		{remove} my|this|our {number} as|since|please|immediately
		get|getting|receive these|them|those|{texts} _* sick|tired|fed|over of|up|it $|it
		who gave|told|let you _? permission|consent|authorization to? {contact}|send|use
		told|said|telling you _* dont|not|nolonger want|need this|these|it|that|them $
		{stop} asking $|me|us
		revoke|withdraw|rescind|revoking|withdrawing _? _? _? _? consent|permission|authorization to|for|$|you
		consent|permission|authorization _? _? _? _? _? has|is|was been? revoked|withdrawn|rescinded
		optout under|per|pursuant|by
		go {contact}|bother|harass|spam someone|somebody|another else|elses|person`,
	statement: `
		you|yall guys|people|have|all* {contact}|{contacted}|{contacting} {me} way|far|too|so much|often|many|too
		^ i do not consent to|that
		i|we|ive|had|have* had? enough of|with {this}* {texts}
		^ these|this|they all|texts|messages* have|has|need|needs|must|gotta to? stop|end|cease $
		bye felicia`,
	stopping: `
		like|love|prefer|for|ask|request {this}* {texts} to stop|end|cease $|please|now|immediately
		{stop} blowing|hitting|filling {me}|up|my* up|phone|$`,
};
