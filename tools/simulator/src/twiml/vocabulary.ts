/** What may stand in an element: its attributes and the elements below it. */
export interface Grammar {
	attributes: readonly string[];
	children: readonly string[];
	/** Known to Twilio, not to this network. */
	isSimulated: boolean;
}

const UNSIMULATED: Grammar = { attributes: [], children: [], isSimulated: false };
const SSML = ["break", "emphasis", "lang", "p", "phoneme", "prosody", "s", "say-as", "sub", "w"];
const STATUS = "statusCallback statusCallbackEvent statusCallbackMethod";
const RECORDING = "recordingStatusCallback recordingStatusCallbackEvent recordingStatusCallbackMethod";
const MACHINE =
	"machineDetection machineDetectionTimeout machineDetectionSpeechThreshold machineDetectionSpeechEndThreshold machineDetectionSilenceTimeout amdStatusCallback amdStatusCallbackMethod";

/** Voice verbs and their nouns, after the official SDK's types and https://www.twilio.com/docs/voice/twiml. */
const VOICE: Readonly<Record<string, Grammar>> = {
	Say: grammar("voice language loop", SSML),
	Play: grammar("loop digits"),
	Pause: grammar("length"),
	Gather: grammar(
		"action method input timeout numDigits finishOnKey actionOnEmptyResult speechTimeout speechModel language hints profanityFilter partialResultCallback partialResultCallbackMethod enhanced bargeIn maxSpeechTime debug",
		["Say", "Play", "Pause"],
	),
	Dial: grammar(
		`action method timeout timeLimit callerId answerOnBridge hangupOnStar record ${RECORDING} recordingTrack trim ringTone referUrl referMethod sequential callReason recordingConfigurationId events passports`,
		["Number", "Client", "Sip", "Conference", "Queue", "Application", "WhatsApp"],
	),
	Record: grammar(
		`action method timeout finishOnKey maxLength playBeep trim transcribe transcribeCallback recordingConfigurationId ${RECORDING}`,
	),
	Redirect: grammar("method"),
	Reject: grammar("reason"),
	Hangup: grammar(""),
	Enqueue: grammar("action method waitUrl waitUrlMethod workflowSid maxQueueSize", ["Task"]),
	Leave: grammar(""),
	Connect: UNSIMULATED,
	Start: UNSIMULATED,
	Stop: UNSIMULATED,
	Pay: UNSIMULATED,
	Prompt: UNSIMULATED,
	Refer: UNSIMULATED,
	Sms: UNSIMULATED,
	Message: UNSIMULATED,
	Echo: UNSIMULATED,
	Queue: UNSIMULATED,
};

const NOUNS: Readonly<Record<string, Grammar>> = {
	Number: grammar(`url method sendDigits byoc ${STATUS} ${MACHINE}`),
	Client: grammar(`url method ${STATUS}`, ["Identity", "Parameter"]),
	Sip: grammar(`url method username password ${STATUS} ${MACHINE}`),
	Conference: grammar(
		`muted beep startConferenceOnEnter endConferenceOnExit participantLabel maxParticipants waitUrl waitMethod record trim coach region jitterBufferSize eventCallbackUrl recordingConfigurationId ${STATUS} ${RECORDING}`,
	),
	Queue: grammar("url method reservationSid postWorkActivitySid"),
	Identity: grammar(""),
	Parameter: grammar("name value"),
	Task: grammar("priority timeout"),
	Application: UNSIMULATED,
	WhatsApp: UNSIMULATED,
};

export function findVerb(name: string): Grammar | null {
	return Object.hasOwn(VOICE, name) ? (VOICE[name] ?? null) : null;
}

export function findNoun(name: string): Grammar | null {
	return Object.hasOwn(NOUNS, name) ? (NOUNS[name] ?? null) : null;
}

function grammar(attributes: string, children: readonly string[] = []): Grammar {
	return { attributes: attributes.split(" "), children, isSimulated: true };
}
