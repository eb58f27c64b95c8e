export interface Grammar {
	attributes: readonly string[];
	/** Known to Twilio, ignored here. */
	unsimulated: readonly string[];
	children: readonly string[];
	isSimulated: boolean;
}

const unsimulated: Grammar = { attributes: [], unsimulated: [], children: [], isSimulated: false };
const ssml = "break emphasis lang p phoneme prosody s say-as sub w";
const status = "statusCallback statusCallbackEvent statusCallbackMethod";
const recording = "recordingStatusCallback recordingStatusCallbackEvent recordingStatusCallbackMethod";
const machine =
	"machineDetection machineDetectionTimeout machineDetectionSpeechThreshold machineDetectionSpeechEndThreshold machineDetectionSilenceTimeout amdStatusCallback amdStatusCallbackMethod";

/** Source: the official SDK's types and https://www.twilio.com/docs/voice/twiml */
const voice: Readonly<Record<string, Grammar>> = {
	Say: grammar("voice language loop", ssml),
	Play: grammar("loop digits"),
	Pause: grammar("length"),
	Gather: grammar(
		"action method input timeout numDigits finishOnKey actionOnEmptyResult speechTimeout speechModel language hints profanityFilter enhanced debug partialResultCallback partialResultCallbackMethod",
		"Say Play Pause",
		"bargeIn maxSpeechTime",
	),
	Dial: grammar(
		`action method timeout timeLimit callerId answerOnBridge hangupOnStar record ${recording} ringTone sequential callReason`,
		"Number Client Sip Conference Queue Application WhatsApp",
		"recordingTrack trim referUrl referMethod recordingConfigurationId events passports",
	),
	Record: grammar(
		`action method timeout finishOnKey maxLength playBeep transcribe transcribeCallback ${recording}`,
		"",
		"trim recordingConfigurationId",
	),
	Redirect: grammar("method"),
	Reject: grammar("reason"),
	Hangup: grammar(),
	Enqueue: grammar("action method waitUrl waitUrlMethod maxQueueSize", "Task", "workflowSid"),
	Leave: grammar(),
	Connect: unsimulated,
	Start: unsimulated,
	Stop: unsimulated,
	Pay: unsimulated,
	Prompt: unsimulated,
	Refer: unsimulated,
	Sms: unsimulated,
	Message: unsimulated,
	Echo: unsimulated,
	Queue: unsimulated,
};

const nouns: Readonly<Record<string, Grammar>> = {
	Number: grammar(`url method sendDigits ${status}`, "", `byoc ${machine}`),
	Client: grammar(`url method ${status}`, "Identity Parameter"),
	Sip: grammar(`url method ${status}`, "", `username password ${machine}`),
	Conference: grammar(
		`muted beep startConferenceOnEnter endConferenceOnExit participantLabel maxParticipants waitUrl waitMethod jitterBufferSize region ${status}`,
		"",
		`record trim coach eventCallbackUrl recordingConfigurationId ${recording}`,
	),
	Queue: grammar("url method", "", "reservationSid postWorkActivitySid"),
	Identity: grammar(),
	Parameter: grammar("name value"),
	Task: unsimulated,
	Application: unsimulated,
	WhatsApp: unsimulated,
};

export function findVerb(name: string): Grammar | null {
	return Object.hasOwn(voice, name) ? (voice[name] ?? null) : null;
}

export function findNoun(name: string): Grammar | null {
	return Object.hasOwn(nouns, name) ? (nouns[name] ?? null) : null;
}

function grammar(attributes = "", children = "", unsimulated = ""): Grammar {
	return {
		attributes: attributes.split(" "),
		unsimulated: unsimulated.split(" "),
		children: children.split(" "),
		isSimulated: true,
	};
}
