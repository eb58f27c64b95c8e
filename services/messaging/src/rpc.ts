import { WorkerEntrypoint } from "cloudflare:workers";
import { accept } from "@cloudpbx/contracts/errors";
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
import { explainAddress } from "@cloudpbx/domain/public-address";
import { checkHealth } from "@cloudpbx/kit/check-health";
import { explainAuthToken } from "@cloudpbx/twilio/auth-token";
import * as z from "zod";
import { addOptOut, importOptOuts, removeOptOut } from "./consent/change-opt-outs.ts";
import { findOptedOut, listConsentEvents, listOptOuts } from "./consent/opt-outs.ts";
import { createContext } from "./context.ts";
import { diagnose } from "./diagnose.ts";
import { erasePerson } from "./erasure/erase-person.ts";
import { readSendRequests } from "./gate/read-send-requests.ts";
import { sendPaced } from "./gate/send-paced.ts";
import { findTexts } from "./gate/send-texts.ts";
import { addNote } from "./inbox/add-note.ts";
import {
	closeConversations,
	handBackConversation,
	markConversationUnread,
	takeOverConversation,
} from "./inbox/change-conversation.ts";
import { listConversations } from "./inbox/list-conversations.ts";
import { listMessages } from "./inbox/list-messages.ts";
import { markConversationsRead } from "./inbox/mark-conversations-read.ts";
import { replyByPerson, sendByPerson } from "./inbox/send-by-person.ts";
import { getMessage } from "./inbox/show-message.ts";
import { getConversation } from "./inbox/show-thread.ts";
import { publishLive } from "./live/publish-live.ts";
import { findMedia } from "./media/find-media.ts";
import { listenForNotices } from "./notices/listen-for-notices.ts";
import { searchMessages } from "./search/search-messages.ts";
import { listDeliveries } from "./webhook-deliveries/list-deliveries.ts";
import { redeliver } from "./webhook-deliveries/redeliver.ts";
import { testWebhook } from "./webhook-deliveries/test-webhook.ts";
import { createWebhook } from "./webhooks/create-webhook.ts";
import { deleteWebhook } from "./webhooks/delete-webhook.ts";
import { rotateSecret } from "./webhooks/rotate-secret.ts";
import { updateWebhook } from "./webhooks/update-webhook.ts";
import { findWebhook, listWebhooks } from "./webhooks/webhook-row.ts";

const e164 = z.string().max(64).refine(isE164);
const Ids = z.array(z.string().max(100)).max(5000);
/** Made once: to make a schema costs more than to check with it. */
const AnnouncedNews = z.array(LiveNews).max(1000);

export class MessagingService extends WorkerEntrypoint<MessagingEnv> implements MessagingRpc {
	health() {
		return checkHealth(
			"messaging",
			this.env.DB,
			explainAddress("PUBLIC_URL", this.env.PUBLIC_URL) ?? explainAuthToken(this.env.TWILIO_AUTH_TOKEN),
		);
	}

	async diagnose() {
		return accept(await diagnose(createContext(this.env, this.ctx)));
	}

	/** Reached only over service bindings; the calling Worker checks access. */
	override async fetch(request: Request): Promise<Response> {
		if (new URL(request.url).pathname !== "/live")
			return new Response("There is no such address.", { status: 404 });
		return this.env.LIVE_FEED.getByName("company").fetch(request);
	}

	sendTexts(requests: SendTextRequest[], baton?: SlotBaton) {
		return withInput(z.array(SendTextRequest).max(sendTextsMax), requests, async (valid) =>
			accept(await sendPaced(this.#open(), await readSendRequests(valid), baton)),
		);
	}

	findTexts(ids: string[]) {
		return withInput(Ids, ids, async (valid) => accept(await findTexts(this.#open(), valid)));
	}

	reply(input: ReplyToConversation, actor: Actor) {
		return withInput(z.tuple([ReplyToConversation, Actor]), [input, actor], ([text, person]) =>
			replyByPerson(this.#open(), text, person),
		);
	}

	sendText(input: SendText, actor: Actor) {
		return withInput(z.tuple([SendText, Actor]), [input, actor], ([text, person]) =>
			sendByPerson(this.#open(), text, person),
		);
	}

	listConversations(input: ListConversations) {
		return withInput(ListConversations, input, (valid) => listConversations(this.#open(), valid));
	}

	getConversation(ref: ConversationRef, page: PageOfThread) {
		return withInput(z.tuple([ConversationRef, PageOfThread]), [ref, page], ([valid, validPage]) =>
			getConversation(this.#open(), valid, validPage),
		);
	}

	takeOverConversation(ref: ConversationRef, actor: Actor) {
		return withInput(z.tuple([ConversationRef, Actor]), [ref, actor], ([valid, person]) =>
			takeOverConversation(this.#open(), valid, person),
		);
	}

	handBackConversation(ref: ConversationRef, _actor: Actor) {
		return withInput(ConversationRef, ref, (valid) => handBackConversation(this.#open(), valid));
	}

	closeConversations(refs: ConversationRef[], _actor: Actor) {
		return withInput(z.array(ConversationRef).max(conversationsAtOnceMax), refs, (valid) =>
			closeConversations(this.#open(), valid),
		);
	}

	markConversationsRead(items: ReadConversation[]) {
		return withInput(z.array(ReadConversation).max(conversationsAtOnceMax), items, (valid) =>
			markConversationsRead(this.#open(), valid),
		);
	}

	markConversationUnread(ref: ConversationRef) {
		return withInput(ConversationRef, ref, (valid) => markConversationUnread(this.#open(), valid));
	}

	addNote(input: AddNote, actor: Actor) {
		return withInput(z.tuple([AddNote, Actor]), [input, actor], ([note, person]) =>
			addNote(this.#open(), note, person),
		);
	}

	getMessage(messageId: string) {
		return getMessage(this.#open(), messageId);
	}

	listMessages(input: ListMessages) {
		return withInput(ListMessages, input, (valid) => listMessages(this.#open(), valid));
	}

	searchMessages(input: SearchMessages) {
		return withInput(SearchMessages, input, (valid) => searchMessages(this.#open(), valid));
	}

	findMedia(mediaId: string) {
		return findMedia(this.#open(), mediaId);
	}

	listOptOuts(input: ListOptOuts) {
		return withInput(ListOptOuts, input, (valid) => listOptOuts(this.#open(), valid));
	}

	addOptOut(input: AddOptOut, actor: Actor) {
		return withInput(z.tuple([AddOptOut, Actor]), [input, actor], ([optOut, person]) =>
			addOptOut(this.#open(), optOut, person),
		);
	}

	importOptOuts(rows: ImportOptOuts, actor: Actor) {
		return withInput(z.tuple([ImportOptOuts, Actor]), [rows, actor], ([list, person]) =>
			importOptOuts(this.#open(), list, person),
		);
	}

	removeOptOut(input: RemoveOptOut) {
		return withInput(RemoveOptOut, input, (valid) => removeOptOut(this.#open(), valid));
	}

	async isOptedOut(numbers: string[]) {
		return accept(await findOptedOut(this.#open(), numbers));
	}

	async listConsentEvents(number: string) {
		return accept(await listConsentEvents(this.#open(), number));
	}

	async recogniseDangers(texts: string[], companyTexts: string[]) {
		return accept(texts.map((text) => recogniseDanger(text, companyTexts)));
	}

	erasePerson(number: string) {
		return withInput(e164, number, async (valid) => accept(await erasePerson(this.#open(), valid)));
	}

	publishLive(news: LiveNews[]) {
		return withInput(AnnouncedNews, news, async (valid) => {
			await publishLive(this.env.LIVE_FEED, valid);
			return accept(null);
		});
	}

	async listenForNotices() {
		await listenForNotices(this.#open());
		return accept(null);
	}

	async recheckLive() {
		await this.env.LIVE_FEED.getByName("company").recheck();
		return accept(null);
	}

	async listWebhooks() {
		return accept(await listWebhooks(this.#open()));
	}

	getWebhook(id: string) {
		return findWebhook(this.#open(), id);
	}

	createWebhook(input: CreateWebhook, actor: Actor) {
		return withInput(z.tuple([CreateWebhook, Actor]), [input, actor], ([webhook, person]) =>
			createWebhook(this.#open(), webhook, person),
		);
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

	#open() {
		return createContext(this.env, this.ctx);
	}
}
