import type { CallOutProgress } from "./api/calls-out.ts";
import type { Page } from "./api/page.ts";
import type { Audience } from "./audience.ts";
import type { CallMoment } from "./calls.ts";
import type { CallOut } from "./calls-out.ts";
import type {
	Campaign,
	CampaignOutcomes,
	CampaignPlan,
	CampaignPreview,
	CampaignProgress,
	CampaignRecipient,
	CampaignRecipientInput,
	ChangeCampaign,
	ListCampaigns,
	ListRecipients,
} from "./campaigns.ts";
import type { RecognisedDanger } from "./danger.ts";
import type { ServiceDiagnosis } from "./diagnosis.ts";
import type { ErasurePortion } from "./erasure.ts";
import type { Result } from "./errors.ts";
import type { CreateExtension, Extension, UpdateExtension } from "./extensions.ts";
import type { GreetingChange, StoredGreeting } from "./greetings.ts";
import type { HealthRpc } from "./health.ts";
import type { LiveNews } from "./live.ts";
import type {
	Actor,
	AddedNote,
	AddNote,
	Conversation,
	ConversationRef,
	ConversationThread,
	ListConversations,
	ListMessages,
	Message,
	MessageWithHistory,
	PageOfThread,
	ReadConversation,
	ReplyToConversation,
	SearchMessages,
	SendText,
} from "./messaging.ts";
import type {
	AdoptedNumber,
	AdoptNumber,
	AvailableNumber,
	BuyNumber,
	LabelNumber,
	NumberCheck,
	PhoneNumber,
	SearchNumbers,
} from "./numbers.ts";
import type {
	AddOptOut,
	ConsentEvent,
	ImportedOptOuts,
	ImportOptOuts,
	ListOptOuts,
	OptOut,
	RemoveOptOut,
} from "./opt-outs.ts";
import type { RegistrationCheck } from "./registration.ts";
import type { SendTextRequest, SendTextResult, SlotBaton } from "./sending.ts";
import type { ListenedVoicemail } from "./voicemails.ts";
import type {
	CreateWebhook,
	NewWebhook,
	PageOfDeliveries,
	UpdateWebhook,
	Webhook,
	WebhookDelivery,
	WebhookSecret,
} from "./webhooks.ts";
import type { AskWhatIf, WhatIf } from "./what-if.ts";

/** A Worker that works with something outside says what is wrong with it. Asks models and the carrier: not for every minute. */
export interface DiagnosisRpc {
	diagnose(): Promise<Result<ServiceDiagnosis>>;
}

/** A Worker that holds something of a person. */
export interface ErasureRpc {
	/**
	 * Erases one portion of what this Worker holds of a number, E.164. The table `erasures` names it meanwhile: without that the
	 * database refuses. Counts, and opt-outs by their hash, stay.
	 */
	erasePerson(number: string): Promise<Result<ErasurePortion>>;
}

/**
 * The RPC surface of each Worker, as its callers see it over a service binding. A method is added here together
 * with the Worker that answers it, never before.
 */
export interface VoiceRpc extends HealthRpc, DiagnosisRpc, ErasureRpc {
	/**
	 * Notes who listened; the first one stays. Answers who and when of each voicemail that exists, so an id without one is
	 * unknown. Any number of ids, told twice it changes nothing.
	 */
	markVoicemailListened(ids: string[], actor: Actor): Promise<Result<ListenedVoicemail[]>>;
	/** As if nobody had listened. Answers the ids that exist. */
	markVoicemailUnheard(ids: string[]): Promise<Result<{ unheardIds: string[] }>>;
	/**
	 * Rings a person's telephones; whoever presses 1 there is connected with `to`. The same id again is the same call and rings nothing.
	 * Refusals: `bad_input` and `precondition_failed` (in words), `forbidden` (a country or number that is not dialled), `limit_exceeded`.
	 */
	callOut(call: CallOut, actor: Actor): Promise<Result<CallOutProgress>>;
	/** Ends a call out, whatever state it is in; one that has ended stays as it was. */
	hangUpCallOut(callId: string, actor: Actor): Promise<Result<CallOutProgress>>;
	/** How a call began that still lasts: its history gets these events when it ends. */
	firstEvents(callId: string): Promise<Result<CallMoment[]>>;
	/** Plays a call through as it would go, with the rules that decide calls; nothing is stored, dialled or sent. */
	whatIf(question: AskWhatIf): Promise<Result<WhatIf>>;
	/** Removes rows and audio, here and at the carrier. Answers the ids that existed; deleting twice is no error. */
	deleteVoicemails(ids: string[]): Promise<Result<{ deletedIds: string[] }>>;
	/** Keeps a recorded greeting, an MP3 or WAV within `greetingLimits`. The same file again is stored once. */
	storeGreeting(audio: Uint8Array): Promise<Result<StoredGreeting>>;
	/** The PIN with which an extension's greeting is recorded by telephone; null: none. */
	setGreetingPin(extensionId: string, pin: string | null): Promise<Result<null>>;
	/** Deletes a recorded greeting that no extension plays; any other stays. */
	dropGreeting(key: string): Promise<Result<null>>;
}

/**
 * Texts, their conversations, and who may not be texted. Inputs are checked here again, so a caller may pass on what it
 * was given. Whoever calls on behalf of a person says who it is (`actor`) and keeps the audit log.
 * Refusals: `bad_input` (in words), `not_found`, `conflict`, `forbidden`, `precondition_failed` and `limit_exceeded` (the send
 * gate or of the carrier, in words). A text that the carrier cannot take now is no refusal: it is `pending` and goes out later.
 *
 * `fetch` of the same entrypoint answers `GET /live?after=` with a WebSocket of `LiveFrame`s for the `LiveListener` in the header
 * `liveListenerHeader`. The caller has checked who asks; from then on the socket is closed within a minute of the credential's end.
 */
export interface MessagingRpc extends HealthRpc, DiagnosisRpc, ErasureRpc {
	/**
	 * What danger each of these texts speaks of, null for none. `companyTexts` are the company's own words: what it deals in is none. No
	 * model and no database is asked.
	 */
	recogniseDangers(texts: string[], companyTexts: string[]): Promise<Result<(RecognisedDanger | null)[]>>;
	/**
	 * The gate for every outgoing text, at most `sendTextsMax` at once: decides, stores the decision, sends, stores what
	 * came of it. Results are in the order of the requests. The same id again is the same text: asked for again it is
	 * never sent twice, a `pending` one is settled first, a `refused` one is decided anew. A text of a campaign is only
	 * ever sent inside of such a call. What becomes of it later is read in the table `message_events`, whose rows of
	 * campaigns carry `campaign_id` and `recipient_id`: `campaign_id IS NOT NULL AND id > ?` in the order of `id` gives
	 * each event once, by an index. Among them is the `received` event of a text that a contact sent within seven days after
	 * the latest campaign's text from the same number; its `detail` is `opt_out` when the contact opted out by it.
	 */
	sendTexts(requests: SendTextRequest[], baton?: SlotBaton): Promise<Result<SendTextResult[]>>;
	/** What became of texts, without sending anything; ids that are unknown are left out. */
	findTexts(ids: string[]): Promise<Result<SendTextResult[]>>;
	/** A person writes in a conversation, which becomes `human`: whatever the assistant was composing is dropped. */
	reply(input: ReplyToConversation, actor: Actor): Promise<Result<Message>>;
	/** Texts anybody; the conversation's mode stays. */
	sendText(input: SendText, actor: Actor): Promise<Result<Message>>;
	/**
	 * Latest first. Filters that no one index serves together are looked for in a bounded part of the list: then a page may
	 * hold fewer than `limit` and still not be the last.
	 */
	listConversations(input: ListConversations): Promise<Result<Page<Conversation>>>;
	getConversation(ref: ConversationRef, page: PageOfThread): Promise<Result<ConversationThread>>;
	takeOverConversation(ref: ConversationRef, actor: Actor): Promise<Result<Conversation>>;
	/** To the assistant, which answers what comes from now on. */
	handBackConversation(ref: ConversationRef, actor: Actor): Promise<Result<Conversation>>;
	/** Until the contact writes again. At most `conversationsAtOnceMax`; those that do not exist are left out of the answer. */
	closeConversations(refs: ConversationRef[], actor: Actor): Promise<Result<Conversation[]>>;
	/**
	 * Never makes more unread than there is. At most `conversationsAtOnceMax`; those that do not exist are left out of the
	 * answer. `bad_input` when an `upTo` is of another conversation: then nothing changes.
	 */
	markConversationsRead(items: ReadConversation[]): Promise<Result<Conversation[]>>;
	/** At least one text is unread afterwards. */
	markConversationUnread(ref: ConversationRef): Promise<Result<Conversation>>;
	addNote(input: AddNote, actor: Actor): Promise<Result<AddedNote>>;
	getMessage(messageId: string): Promise<Result<MessageWithHistory>>;
	/** Newest first. */
	listMessages(input: ListMessages): Promise<Result<Page<Message>>>;
	searchMessages(input: SearchMessages): Promise<Result<Page<Message>>>;
	/** Where the file is in the bucket `cloudpbx-media`. `precondition_failed` while it is not stored. */
	findMedia(mediaId: string): Promise<Result<{ key: string; contentType: string; bytes: number }>>;
	/** Latest first. */
	listOptOuts(input: ListOptOuts): Promise<Result<Page<OptOut>>>;
	addOptOut(input: AddOptOut, actor: Actor): Promise<Result<OptOut>>;
	importOptOuts(rows: ImportOptOuts, actor: Actor): Promise<Result<ImportedOptOuts>>;
	/** By an owner or admin, or a key that was given the right. */
	removeOptOut(input: RemoveOptOut): Promise<Result<null>>;
	/** Those of the numbers (E.164) that are opted out. Any number of them, one statement. */
	isOptedOut(numbers: string[]): Promise<Result<string[]>>;
	/** The ledger of one number, oldest first. */
	listConsentEvents(number: string): Promise<Result<ConsentEvent[]>>;
	/** Tells browsers that something looks different. Never fails: what is lost here is seen when a page is read again. */
	publishLive(news: LiveNews[]): Promise<Result<null>>;
	/** Oldest first. */
	listWebhooks(): Promise<Result<Webhook[]>>;
	getWebhook(id: string): Promise<Result<Webhook>>;
	/** `bad_input` for an address that events are not sent to. */
	createWebhook(input: CreateWebhook, actor: Actor): Promise<Result<NewWebhook>>;
	/** A refusal for an old `version` holds both values. */
	updateWebhook(id: string, change: UpdateWebhook): Promise<Result<Webhook>>;
	deleteWebhook(id: string): Promise<Result<null>>;
	/** The secret before signs too for a day. */
	rotateWebhookSecret(id: string): Promise<Result<WebhookSecret>>;
	/** Answers when the receiver has, or has not within the time that it is given. */
	testWebhook(id: string): Promise<Result<WebhookDelivery>>;
	/** Latest first. */
	listWebhookDeliveries(id: string, page: PageOfDeliveries): Promise<Result<Page<WebhookDelivery>>>;
	redeliver(id: string, deliveryId: string): Promise<Result<WebhookDelivery>>;
	/** What people want to be told of may have changed: from now on what happens is noted for them, or is not. */
	listenForNotices(): Promise<Result<null>>;
	/** Somebody's credentials may have ended: their sockets are closed now rather than within a minute. */
	recheckLive(): Promise<Result<null>>;
}

/**
 * Text campaigns. Inputs are checked here again, so a caller may pass on what it was given. Whoever calls keeps the audit log.
 * Refusals: `bad_input` (in words), `not_found`, `precondition_failed` (the state forbids it, the company has no number),
 * `limit_exceeded`.
 */
export interface CampaignsRpc extends HealthRpc, ErasureRpc {
	/**
	 * Stores a campaign with everybody in it: invalid, doubled and opted-out recipients are kept as `skipped` with the reason.
	 * It starts at `startAt`, or at once, unless `isDraft`. The same `id` again is the same campaign: nothing happens twice.
	 * A draft may have no recipients and an empty message; such a one cannot be scheduled. Of an audience the contacts of this moment are
	 * stored.
	 */
	createCampaign(
		input: {
			id?: string;
			plan: CampaignPlan;
			recipients: CampaignRecipientInput[] | Audience;
			isDraft: boolean;
		},
		actor: Actor,
	): Promise<Result<Campaign>>;
	previewCampaign(input: {
		plan: CampaignPlan;
		recipients: CampaignRecipientInput[] | Audience;
	}): Promise<Result<CampaignPreview>>;
	/**
	 * Of a draft or a scheduled campaign and its stored recipients, as if `patch` had been applied. `position` names the
	 * recipient whose text is answered as `samples.chosen`.
	 */
	previewStored(
		campaignId: string,
		patch: Partial<CampaignPlan>,
		position: number | null,
	): Promise<Result<CampaignPreview>>;
	/** Latest first. */
	listCampaigns(input: ListCampaigns): Promise<Result<Page<Campaign>>>;
	getCampaign(campaignId: string): Promise<Result<CampaignProgress>>;
	/** Recipients by status, reason and code. Reads no recipient. */
	getOutcomes(campaignId: string): Promise<Result<CampaignOutcomes>>;
	/**
	 * By status and turn; all of them in the order in which they were handed in. A search looks at some thousand recipients and
	 * answers those that match, which may be none: `nextCursor` leads to the rest.
	 */
	listRecipients(campaignId: string, input: ListRecipients): Promise<Result<Page<CampaignRecipient>>>;
	/**
	 * A draft or a scheduled campaign; a field that is absent stays, `startAt: null` means at once. An old `version` is a
	 * `conflict` with both values.
	 */
	updateCampaign(campaignId: string, change: ChangeCampaign): Promise<Result<Campaign>>;
	/** Replaces everybody in a draft or a scheduled campaign. */
	replaceRecipients(
		campaignId: string,
		recipients: CampaignRecipientInput[] | Audience,
	): Promise<Result<Campaign>>;
	/** A draft, or a scheduled one, starts then; null: now. */
	scheduleCampaign(campaignId: string, startAt: string | null): Promise<Result<Campaign>>;
	/** Takes effect at once: at most a text that is at the carrier already still goes out. */
	pauseCampaign(campaignId: string): Promise<Result<Campaign>>;
	resumeCampaign(campaignId: string): Promise<Result<Campaign>>;
	/** For good. Whoever has not been texted is `skipped`. */
	cancelCampaign(campaignId: string): Promise<Result<Campaign>>;
	/** Deletes a draft and its recipients. A deletion that broke off is finished by the next call or by the sweeper. */
	deleteCampaign(campaignId: string): Promise<Result<null>>;
	/**
	 * A draft with the plan of a campaign in any state, without `startAt`, and with the same recipients, set aside anew by what is
	 * known now. The same `id` again is the same draft.
	 */
	duplicateCampaign(campaignId: string, id: string | null, actor: Actor): Promise<Result<Campaign>>;
	/** The text as the first recipient would get it, to somebody who wants to see it; through the gate like any other. */
	testCampaign(campaignId: string, to: string, actor: Actor): Promise<Result<Message>>;
}

/**
 * Extensions and the numbers they rent. Inputs are checked here again, so a caller may pass on what it was given.
 * Refusals: `bad_input` (in words), `not_found`, `conflict` (three keys or a number in use), `precondition_failed` (its
 * state forbids it, or no number is to be had), `upstream_unavailable` (the carrier; trying again later is safe).
 */
export interface ProvisioningRpc extends HealthRpc, DiagnosisRpc {
	/** Answers at once with the extension in `provisioning`; its number follows. */
	createExtension(input: CreateExtension): Promise<Result<Extension>>;
	/** A refusal for an old `version` holds both values, here and below. */
	updateExtension(extensionId: string, patch: UpdateExtension): Promise<Result<Extension>>;
	/** A failed extension looks for a number again. */
	retryExtension(extensionId: string): Promise<Result<Extension>>;
	/**
	 * Gives its three keys back. Its number stays for the grace time, or goes back now with `release`; when the carrier
	 * does not answer, the sweep releases it (`numberReleaseAt` is then in the past). Repeating it is safe.
	 */
	deactivateExtension(extensionId: string, options: { release: boolean }): Promise<Result<Extension>>;
	/** `key` is a recording that voice has stored; null: the text again, also for an extension that was deactivated. */
	setGreetingAudio(extensionId: string, key: string | null): Promise<Result<GreetingChange>>;
	searchAvailableNumbers(search: SearchNumbers): Promise<Result<AvailableNumber[]>>;
	/** Null plays the company's menu. An extension that waited for a number becomes active by it. */
	assignNumber(numberId: string, extensionId: string | null, version?: number): Promise<Result<PhoneNumber>>;
	labelNumber(numberId: string, input: LabelNumber): Promise<Result<PhoneNumber>>;
	/** Rents one more number, for nobody yet. Two requests of a kind at the same moment get the same number. */
	buyNumber(input: BuyNumber): Promise<Result<PhoneNumber>>;
	adoptNumber(input: AdoptNumber): Promise<Result<AdoptedNumber>>;
	/** Gives a number back to the carrier for good. */
	releaseNumber(numberId: string): Promise<Result<null>>;
	/** Asks the carrier now, and keeps what it finds in the table `number_checks`. */
	checkNumbers(): Promise<Result<NumberCheck>>;
	/** Asks the carrier now what it knows of each number as a sender of texts. */
	readRegistration(): Promise<Result<RegistrationCheck>>;
	/** Adopts a stray, points a drifted one here, buys a missing one back. A Messaging Service is only changed when all its numbers are ours. */
	repairNumber(numberId: string): Promise<Result<AdoptedNumber>>;
}
