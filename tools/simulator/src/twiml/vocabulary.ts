/** What may stand in an element: its attributes and the elements below it. */
export interface Grammar {
	attributes: readonly string[];
	/** Attributes that Twilio obeys and this network does not. */
	unsimulated: readonly string[];
	children: readonly string[];
	/** False for an element that is known to Twilio, not to this network. */
	isSimulated: boolean;
}

const UNSIMULATED: Grammar = { attributes: [], unsimulated: [], children: [], isSimulated: false };
const SSML = "break emphasis lang p phoneme prosody s say-as sub w";
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
		"action method input timeout numDigits finishOnKey actionOnEmptyResult speechTimeout speechModel language hints profanityFilter enhanced debug partialResultCallback partialResultCallbackMethod",
		"Say Play Pause",
		"bargeIn maxSpeechTime",
	),
	Dial: grammar(
		`action method timeout timeLimit callerId answerOnBridge hangupOnStar record ${RECORDING} ringTone sequential callReason`,
		"Number Client Sip Conference Queue Application WhatsApp",
		"recordingTrack trim referUrl referMethod recordingConfigurationId events passports",
	),
	Record: grammar(
		`action method timeout finishOnKey maxLength playBeep transcribe transcribeCallback ${RECORDING}`,
		"",
		"trim recordingConfigurationId",
	),
	Redirect: grammar("method"),
	Reject: grammar("reason"),
	Hangup: grammar(),
	Enqueue: grammar("action method waitUrl waitUrlMethod maxQueueSize", "Task", "workflowSid"),
	Leave: grammar(),
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
	Number: grammar(`url method sendDigits ${STATUS}`, "", `byoc ${MACHINE}`),
	Client: grammar(`url method ${STATUS}`, "Identity Parameter"),
	Sip: grammar(`url method ${STATUS}`, "", `username password ${MACHINE}`),
	Conference: grammar(
		`muted beep startConferenceOnEnter endConferenceOnExit participantLabel maxParticipants waitUrl waitMethod jitterBufferSize region ${STATUS}`,
		"",
		`record trim coach eventCallbackUrl recordingConfigurationId ${RECORDING}`,
	),
	Queue: grammar("url method", "", "reservationSid postWorkActivitySid"),
	Identity: grammar(),
	Parameter: grammar("name value"),
	Task: UNSIMULATED,
	Application: UNSIMULATED,
	WhatsApp: UNSIMULATED,
};

export function findVerb(name: string): Grammar | null {
	return Object.hasOwn(VOICE, name) ? (VOICE[name] ?? null) : null;
}

export function findNoun(name: string): Grammar | null {
	return Object.hasOwn(NOUNS, name) ? (NOUNS[name] ?? null) : null;
}

function grammar(attributes = "", children = "", unsimulated = ""): Grammar {
	return {
		attributes: attributes.split(" "),
		unsimulated: unsimulated.split(" "),
		children: children.split(" "),
		isSimulated: true,
	};
}
