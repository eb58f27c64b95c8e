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
 * Checks its inputs; the caller names the `actor` and writes the audit log. A text that the carrier cannot take now
 * is `pending`, no refusal.
 */
export interface MessagingRpc extends HealthRpc, DiagnosisRpc, ErasureRpc {
	/** The danger in each text, null for none. The company's own words (`companyTexts`) do not count. */
	recogniseDangers(texts: string[], companyTexts: string[]): Promise<Result<(RecognisedDanger | null)[]>>;
	/**
	 * The gate: decides, sends and stores the results of at most `sendTextsMax` texts, in their order. The same id is
	 * never sent twice: a `pending` text is settled, a `refused` one decided anew. Later events are in the table
	 * `message_events`; `campaign_id IS NOT NULL AND id > ?` finds a campaign's by index, replies within seven days
	 * included.
	 */
	sendTexts(requests: SendTextRequest[], baton?: SlotBaton): Promise<Result<SendTextResult[]>>;
	/** Reads results without sending; unknown ids are left out. */
	findTexts(ids: string[]): Promise<Result<SendTextResult[]>>;
	/** Writes as a person; the conversation becomes `human` and a pending answer of the assistant is dropped. */
	reply(input: ReplyToConversation, actor: Actor): Promise<Result<Message>>;
	/** Texts any number; the conversation's mode stays. */
	sendText(input: SendText, actor: Actor): Promise<Result<Message>>;
	/** Latest first. Filters without a common index read a bounded part: a short page may not be the last. */
	listConversations(input: ListConversations): Promise<Result<Page<Conversation>>>;
	getConversation(ref: ConversationRef, page: PageOfThread): Promise<Result<ConversationThread>>;
	takeOverConversation(ref: ConversationRef, actor: Actor): Promise<Result<Conversation>>;
	/** The assistant answers from the next text on. */
	handBackConversation(ref: ConversationRef, actor: Actor): Promise<Result<Conversation>>;
	/** Until the contact writes again. At most `conversationsAtOnceMax`; unknown ones are left out. */
	closeConversations(refs: ConversationRef[], actor: Actor): Promise<Result<Conversation[]>>;
	/** At most `conversationsAtOnceMax`. `bad_input`, and no change, for an `upTo` of another conversation. */
	markConversationsRead(items: ReadConversation[]): Promise<Result<Conversation[]>>;
	/** At least one text is unread afterwards. */
	markConversationUnread(ref: ConversationRef): Promise<Result<Conversation>>;
	addNote(input: AddNote, actor: Actor): Promise<Result<AddedNote>>;
	getMessage(messageId: string): Promise<Result<MessageWithHistory>>;
	/** Newest first. */
	listMessages(input: ListMessages): Promise<Result<Page<Message>>>;
	searchMessages(input: SearchMessages): Promise<Result<Page<Message>>>;
	/** Its place in the bucket `cloudpbx-media`. `precondition_failed` while it is not stored. */
	findMedia(mediaId: string): Promise<Result<{ key: string; contentType: string; bytes: number }>>;
	listOptOuts(input: ListOptOuts): Promise<Result<Page<OptOut>>>;
	addOptOut(input: AddOptOut, actor: Actor): Promise<Result<OptOut>>;
	importOptOuts(rows: ImportOptOuts, actor: Actor): Promise<Result<ImportedOptOuts>>;
	/** For an owner, an admin, or a key with that right. */
	removeOptOut(input: RemoveOptOut): Promise<Result<null>>;
	/** Returns those that are opted out, of any number of E.164 numbers, in one statement. */
	isOptedOut(numbers: string[]): Promise<Result<string[]>>;
	/** Oldest first. */
	listConsentEvents(number: string): Promise<Result<ConsentEvent[]>>;
	publishLive(news: LiveNews[]): Promise<Result<null>>;
	listWebhooks(): Promise<Result<Webhook[]>>;
	getWebhook(id: string): Promise<Result<Webhook>>;
	/** `bad_input` for an address that events are not sent to. */
	createWebhook(input: CreateWebhook, actor: Actor): Promise<Result<NewWebhook>>;
	/** A refusal for an old `version` holds both values. */
	updateWebhook(id: string, change: UpdateWebhook): Promise<Result<Webhook>>;
	deleteWebhook(id: string): Promise<Result<null>>;
	rotateWebhookSecret(id: string): Promise<Result<WebhookSecret>>;
	/** Answers after the receiver, or after its time limit. */
	testWebhook(id: string): Promise<Result<WebhookDelivery>>;
	listWebhookDeliveries(id: string, page: PageOfDeliveries): Promise<Result<Page<WebhookDelivery>>>;
	redeliver(id: string, deliveryId: string): Promise<Result<WebhookDelivery>>;
	listenForNotices(): Promise<Result<null>>;
	/** Closes sockets of ended credentials now instead of within a minute. */
	recheckLive(): Promise<Result<null>>;
}
