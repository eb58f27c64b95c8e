import { WorkerEntrypoint } from "cloudflare:workers";
import { accept, type Result } from "@cloudpbx/contracts/errors";
import { LiveNews } from "@cloudpbx/contracts/news/live";
import { CreateWebhook, PageOfDeliveries, UpdateWebhook } from "@cloudpbx/contracts/news/webhooks";
import type { MessagingRpc } from "@cloudpbx/contracts/rpc/messaging";
import {
	AddNote,
	ConversationRef,
	conversationsAtOnceMax,
	ListConversations,
	PageOfThread,
	ReadConversation,
	ReplyToConversation,
	SendText,
} from "@cloudpbx/contracts/texts/conversation-input";
import { Actor, ListMessages, SearchMessages } from "@cloudpbx/contracts/texts/messages";
import { AddOptOut, ImportOptOuts, ListOptOuts, RemoveOptOut } from "@cloudpbx/contracts/texts/opt-outs";
import { SendTextRequest, type SlotBaton, sendTextsMax } from "@cloudpbx/contracts/texts/sending";
import { withInput } from "@cloudpbx/contracts/with-input";
import { recogniseDanger } from "@cloudpbx/domain/danger/recognise-danger";
import { isE164 } from "@cloudpbx/domain/phone-number";
import * as z from "zod";
import { addOptOut, importOptOuts, removeOptOut } from "./consent/change-opt-outs.ts";
import { listConsentEvents, listOptedOut, listOptOuts } from "./consent/opt-outs.ts";
import { type Context, createContext } from "./context.ts";
import { diagnose, readHealth } from "./diagnose.ts";
import { erasePerson } from "./erasure/erase-person.ts";
import { sendRequested } from "./gate/send-requested.ts";
import { listResults } from "./gate/send-texts.ts";
import { addNote } from "./inbox/add-note.ts";
import {
	closeConversations,
	handBackConversation,
	markConversationUnread,
	takeOverConversation,
} from "./inbox/change-conversation.ts";
import { getConversation } from "./inbox/get-conversation.ts";
import { listConversations } from "./inbox/list-conversations.ts";
import { listMessages } from "./inbox/list-messages.ts";
import { markConversationsRead } from "./inbox/mark-conversations-read.ts";
import { replyByPerson, sendByPerson } from "./inbox/send-by-person.ts";
import { getMessage } from "./inbox/to-message.ts";
import { publishLive, recheckLive } from "./live/publish-live.ts";
import { getMedia } from "./media/get-media.ts";
import { listenForNotices } from "./notices/listen-for-notices.ts";
import { searchMessages } from "./search/search-messages.ts";
import { listDeliveries } from "./webhook-deliveries/list-deliveries.ts";
import { redeliver } from "./webhook-deliveries/redeliver.ts";
import { testWebhook } from "./webhook-deliveries/test-webhook.ts";
import { createWebhook } from "./webhooks/create-webhook.ts";
import { deleteWebhook } from "./webhooks/delete-webhook.ts";
import { rotateSecret } from "./webhooks/rotate-secret.ts";
import { updateWebhook } from "./webhooks/update-webhook.ts";
import { getWebhook, listWebhooks } from "./webhooks/webhook-row.ts";

const E164 = z.string().max(64).refine(isE164);
const Ids = z.array(z.string().max(100)).max(5000);
const AnnouncedNews = z.array(LiveNews).max(1000);
const ConversationRefs = z.array(ConversationRef).max(conversationsAtOnceMax);
const ReadConversations = z.array(ReadConversation).max(conversationsAtOnceMax);
const SendTextRequests = z.array(SendTextRequest).max(sendTextsMax);

export class MessagingService extends WorkerEntrypoint<MessagingEnv> implements MessagingRpc {
	health() {
		return readHealth(this.env);
	}

	async diagnose() {
		return accept(await diagnose(this.#open()));
	}

	/** Reached only over service bindings; the calling Worker checks access. */
	override async fetch(request: Request): Promise<Response> {
		const isLive = new URL(request.url).pathname === "/live";
		if (isLive) return this.env.LIVE_FEED.getByName("company").fetch(request);
		return new Response("There is no such address.", { status: 404 });
	}

	sendTexts(requests: SendTextRequest[], baton?: SlotBaton) {
		return withInput(SendTextRequests, requests, (valid) => sendRequested(this.#open(), valid, baton));
	}

	findTexts(ids: string[]) {
		return withInput(Ids, ids, async (valid) => accept(await listResults(this.#open(), valid)));
	}

	reply(input: ReplyToConversation, actor: Actor) {
		return this.#withActor(ReplyToConversation, input, actor, replyByPerson);
	}

	sendText(input: SendText, actor: Actor) {
		return this.#withActor(SendText, input, actor, sendByPerson);
	}

	listConversations(input: ListConversations) {
		return this.#withInput(ListConversations, input, listConversations);
	}

	getConversation(ref: ConversationRef, page: PageOfThread) {
		return withInput(z.tuple([ConversationRef, PageOfThread]), [ref, page], ([valid, validPage]) =>
			getConversation(this.#open(), valid, validPage),
		);
	}

	takeOverConversation(ref: ConversationRef, actor: Actor) {
		return this.#withActor(ConversationRef, ref, actor, takeOverConversation);
	}

	handBackConversation(ref: ConversationRef, _actor: Actor) {
		return this.#withInput(ConversationRef, ref, handBackConversation);
	}

	closeConversations(refs: ConversationRef[], _actor: Actor) {
		return this.#withInput(ConversationRefs, refs, closeConversations);
	}

	markConversationsRead(items: ReadConversation[]) {
		return this.#withInput(ReadConversations, items, markConversationsRead);
	}

	markConversationUnread(ref: ConversationRef) {
		return this.#withInput(ConversationRef, ref, markConversationUnread);
	}

	addNote(input: AddNote, actor: Actor) {
		return this.#withActor(AddNote, input, actor, addNote);
	}

	getMessage(messageId: string) {
		return getMessage(this.#open(), messageId);
	}

	listMessages(input: ListMessages) {
		return this.#withInput(ListMessages, input, listMessages);
	}

	searchMessages(input: SearchMessages) {
		return this.#withInput(SearchMessages, input, searchMessages);
	}

	findMedia(mediaId: string) {
		return getMedia(this.#open(), mediaId);
	}

	listOptOuts(input: ListOptOuts) {
		return this.#withInput(ListOptOuts, input, listOptOuts);
	}

	addOptOut(input: AddOptOut, actor: Actor) {
		return this.#withActor(AddOptOut, input, actor, addOptOut);
	}

	importOptOuts(rows: ImportOptOuts, actor: Actor) {
		return this.#withActor(ImportOptOuts, rows, actor, importOptOuts);
	}

	removeOptOut(input: RemoveOptOut) {
		return this.#withInput(RemoveOptOut, input, removeOptOut);
	}

	async isOptedOut(numbers: string[]) {
		return accept(await listOptedOut(this.#open(), numbers));
	}

	async listConsentEvents(number: string) {
		return accept(await listConsentEvents(this.#open(), number));
	}

	async recogniseDangers(texts: string[], companyTexts: string[]) {
		return accept(texts.map((text) => recogniseDanger(text, companyTexts)));
	}

	erasePerson(number: string) {
		return withInput(E164, number, async (valid) => accept(await erasePerson(this.#open(), valid)));
	}

	publishLive(news: LiveNews[]) {
		return withInput(AnnouncedNews, news, (valid) =>
			publishLive(this.env.LIVE_FEED, valid).then(() => accept(null)),
		);
	}

	listenForNotices() {
		return listenForNotices(this.#open());
	}

	async recheckLive() {
		return accept(await recheckLive(this.env.LIVE_FEED));
	}

	async listWebhooks() {
		return accept(await listWebhooks(this.#open()));
	}

	getWebhook(id: string) {
		return getWebhook(this.#open(), id);
	}

	createWebhook(input: CreateWebhook, actor: Actor) {
		return this.#withActor(CreateWebhook, input, actor, createWebhook);
	}

	updateWebhook(id: string, change: UpdateWebhook) {
		return withInput(UpdateWebhook, change, (valid) => updateWebhook(this.#open(), id, valid));
	}

	deleteWebhook(id: string) {
		return deleteWebhook(this.#open(), id);
	}

	rotateWebhookSecret(id: string) {
		return rotateSecret(this.#open(), id);
	}

	testWebhook(id: string) {
		return testWebhook(this.#open(), id);
	}

	listWebhookDeliveries(id: string, page: PageOfDeliveries) {
		return withInput(PageOfDeliveries, page, (valid) => listDeliveries(this.#open(), id, valid));
	}

	redeliver(id: string, deliveryId: string) {
		return redeliver(this.#open(), id, deliveryId);
	}

	#withInput<Input, Value>(
		schema: z.ZodType<Input>,
		input: unknown,
		work: (ctx: Context, input: Input) => Promise<Result<Value>>,
	): Promise<Result<Value>> {
		return withInput(schema, input, (valid) => work(this.#open(), valid));
	}

	#withActor<Input, Value>(
		schema: z.ZodType<Input>,
		input: unknown,
		actor: Actor,
		work: (ctx: Context, input: Input, actor: Actor) => Promise<Result<Value>>,
	): Promise<Result<Value>> {
		return withInput(z.tuple([schema, Actor]), [input, actor], ([valid, person]) =>
			work(this.#open(), valid, person),
		);
	}

	#open() {
		return createContext(this.env, this.ctx);
	}
}
