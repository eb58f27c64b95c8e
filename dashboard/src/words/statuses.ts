import type { Role } from "@cloudpbx/contracts/api/scopes";
import type { CallEnding, CallStatus, ReceptionistResult } from "@cloudpbx/contracts/calls/calls";
import type { Danger } from "@cloudpbx/contracts/calls/danger";
import type {
	TranscriptSource,
	TranscriptStatus,
	VoicemailStatus,
} from "@cloudpbx/contracts/calls/voicemails";
import type { RecipientStatus } from "@cloudpbx/contracts/campaigns/campaign-recipients";
import type { CampaignStatus } from "@cloudpbx/contracts/campaigns/campaigns";
import type { ExtensionStatus } from "@cloudpbx/contracts/extensions/extensions";
import type { ConversationMode, WaitingReason } from "@cloudpbx/contracts/texts/conversations";
import type { MessageStatus } from "@cloudpbx/contracts/texts/messages";
import type { ConsentSource } from "@cloudpbx/contracts/words/consent-sources";

/** `bad`: a person must act. `busy`: in progress. `good`: as it should be. `quiet`: neutral. */
export type Tone = "good" | "busy" | "bad" | "quiet";

export interface Status {
	word: string;
	tone: Tone;
}

const status = (word: string, tone: Tone = "quiet"): Status => ({ word, tone });

export const callOutcomeWords: Record<CallEnding, Status> = {
	answered: status("Answered", "good"),
	voicemail: status("Voicemail"),
	informed: status("Informed", "good"),
	blocked: status("Blocked"),
	abandoned: status("Missed", "bad"),
	failed: status("Failed", "bad"),
	busy: status("Busy"),
	no_answer: status("No Answer"),
	canceled: status("Cancelled"),
	not_taken: status("Not Taken"),
};

export const dangerWords: Record<Danger, string> = {
	self_harm: "Spoke of self-harm",
	violence: "Spoke of violence",
	break_in: "Spoke of a break-in",
	fire: "Spoke of a fire",
	gas: "Spoke of gas",
	medical: "Medical emergency",
	child_alone: "A child alone or missing",
	unnamed: "Asked for the emergency services",
};

/** The furthest result of the receptionist. */
export const receptionistResultWords: Record<ReceptionistResult, string> = {
	transferred: "Put through",
	voicemail: "To voicemail",
	informed: "Question answered",
	menu: "Led back to the menu",
	reached: "None of these",
};

export const callStatusWords: Record<CallStatus, Status> = {
	ringing: status("Ringing", "busy"),
	in_progress: status("In Progress", "busy"),
	completed: status("Ended"),
	busy: status("Busy"),
	no_answer: status("No Answer"),
	canceled: status("Cancelled"),
	failed: status("Failed", "bad"),
};

export const conversationModeWords: Record<ConversationMode, Status> = {
	assistant: status("Assistant", "good"),
	human: status("Person", "good"),
	waiting: status("Waiting", "bad"),
	closed: status("Closed"),
};

export const waitingReasonWords: Record<WaitingReason, string> = {
	asked_for_person: "asked for a person",
	unsure: "the assistant was not sure",
	complaint: "complaint",
	emergency: "emergency",
	assistant_failed: "the assistant could not answer",
	assistant_off: "the assistant is off",
	assistant_limit: "the assistant’s limit is reached",
	country_forbidden: "the country is switched off",
	repetition: "asked the same again",
	may_want_no_texts: "may want no more texts",
};

export const messageStatusWords: Record<MessageStatus, Status> = {
	received: status("Received"),
	refused: status("Not sent", "bad"),
	pending: status("Sending", "busy"),
	queued: status("Sending", "busy"),
	sending: status("Sending", "busy"),
	sent: status("Sent"),
	delivered: status("Delivered", "good"),
	undelivered: status("Not delivered", "bad"),
	failed: status("Not sent", "bad"),
	canceled: status("Withdrawn"),
	read: status("Read", "good"),
};

export const extensionStatusWords: Record<ExtensionStatus, Status> = {
	provisioning: status("Getting a Number", "busy"),
	active: status("Active", "good"),
	failed: status("Failed", "bad"),
	inactive: status("Deactivated"),
};

export const campaignStatusWords: Record<CampaignStatus, Status> = {
	draft: status("Draft"),
	scheduled: status("Scheduled", "busy"),
	sending: status("Sending", "busy"),
	paused: status("Paused", "bad"),
	completed: status("Completed", "good"),
	cancelled: status("Cancelled"),
	failed: status("Failed", "bad"),
};

export const recipientStatusWords: Record<RecipientStatus, Status> = {
	queued: status("Queued"),
	sending: status("Sending", "busy"),
	sent: status("Sent"),
	delivered: status("Delivered", "good"),
	undelivered: status("Not Delivered", "bad"),
	failed: status("Failed", "bad"),
	skipped: status("Skipped"),
};

export const voicemailStatusWords: Record<VoicemailStatus, Status> = {
	recorded: status("Arriving", "busy"),
	stored: status("Ready"),
	failed: status("Sound Missing", "bad"),
};

export const transcriptStatusWords: Record<TranscriptStatus, Status> = {
	pending: status("Being written down", "busy"),
	completed: status("Transcript"),
	failed: status("Could not be transcribed"),
};

export const transcriptSourceWords: Record<TranscriptSource, string> = {
	twilio: "Transcribed by the carrier.",
	whisper: "Transcribed by Whisper, on Workers AI.",
};

export const consentSourceWords: Record<ConsentSource, string> = {
	keyword: "Texted a keyword",
	sentence: "Asked in a text",
	assistant: "Read in a text by the assistant",
	carrier: "Reported by the carrier",
	person: "Added by a person",
	import: "Imported",
};

export const roleWords: Record<Role, { word: string; may: string }> = {
	owner: { word: "Owner", may: "Can do everything, and manages people and keys." },
	admin: { word: "Admin", may: "Can do everything except manage people and keys." },
	agent: {
		word: "Agent",
		may: "Answers texts, makes calls, and hears the voicemail of their own extension.",
	},
};
