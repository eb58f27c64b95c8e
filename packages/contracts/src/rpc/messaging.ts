import type { Page } from "../api/page.ts";
import type { RecognisedDanger } from "../calls/danger.ts";
import type { Result } from "../errors.ts";
import type { HealthRpc } from "../health.ts";
import type { LiveNews } from "../news/live.ts";
import type {
	CreateWebhook,
	NewWebhook,
	PageOfDeliveries,
	UpdateWebhook,
	Webhook,
	WebhookDelivery,
	WebhookSecret,
} from "../news/webhooks.ts";
import type {
	AddedNote,
	AddNote,
	ConversationRef,
	ListConversations,
	PageOfThread,
	ReadConversation,
	ReplyToConversation,
	SendText,
} from "../texts/conversation-input.ts";
import type { Conversation, ConversationThread } from "../texts/conversations.ts";
import type { Actor, ListMessages, Message, MessageWithHistory, SearchMessages } from "../texts/messages.ts";
import type {
	AddOptOut,
	ConsentEvent,
	ImportedOptOuts,
	ImportOptOuts,
	ListOptOuts,
	OptOut,
	RemoveOptOut,
} from "../texts/opt-outs.ts";
import type { SendTextRequest, SendTextResult, SlotBaton } from "../texts/sending.ts";
import type { DiagnosisRpc, ErasureRpc } from "./every-worker.ts";

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
