import { accept, at, optedOut, ours, refuse, refuseOldVersion, Service } from "./service.js";
import { conversation, delivery, message, optOut, webhook } from "./texts.js";

const noConversation = refuse("not_found", "There is no such conversation.");

const isUnknown = ({ conversationId, from }) =>
	conversationId === undefined ? from === "+14155550144" : !/^conv_[12]$/.test(conversationId);

const named = ({ conversationId, from, to }) =>
	conversationId === undefined ? { from, to } : { id: conversationId };

/** +14155550177 is opted out, +14155550166 has quiet hours, a text of "A Bug" throws. */
export class MessagingService extends Service {
	async fetch(request) {
		const { searchParams } = new URL(request.url);
		const listener = JSON.parse(decodeURIComponent(request.headers.get("x-live-listener")));
		const { 0: client, 1: server } = new WebSocketPair();
		server.accept();
		server.send(JSON.stringify({ seq: 7, kind: "hello", after: searchParams.get("after"), listener }));
		return new Response(null, { status: 101, webSocket: client });
	}

	listenForNotices() {
		return accept(null);
	}

	recheckLive() {
		return accept(null);
	}

	publishLive() {
		return accept(null);
	}

	sendText({ to, from = ours, message: body, id = "msg_0123456789abcdef" }, actor) {
		if (body === "A Bug") throw new Error("a bug");
		if (to === optedOut) return refuse("precondition_failed", `${to} has opted out of the company's texts.`);
		if (to === "+14155550166") return refuse("precondition_failed", "Quiet hours until 08:00.");
		if (to === "+97912345678") return refuse("forbidden", "It is not texted.");
		if (to === "+14155550155") return refuse("limit_exceeded", "It has had too many texts within an hour.");
		return accept(message({ id, from, to, body, authorName: actor.name }));
	}

	reply({ message: body, id, ...ref }, actor) {
		const { from, to } = conversation(named(ref));
		return this.sendText({ to: from, from: to, message: body, id }, actor);
	}

	listConversations({ filter = ["waiting"], unread, number = ours, limit, cursor }) {
		if (cursor === "nonsense") return refuse("bad_input", "This cursor is not of this list.");
		const items = filter.map((mode) => conversation({ mode, to: number, unreadCount: unread ? 2 : 0 }));
		return accept({ items: items.slice(0, limit), nextCursor: cursor === undefined ? "next" : null });
	}

	getConversation(ref, { after }) {
		if (isUnknown(ref)) return noConversation;
		const notes = [{ id: "note_1", text: "A regular.", authorName: "Jane", createdAt: at }];
		const messages = [message(after === undefined ? {} : { id: `after ${after}` })];
		return accept({ ...conversation(named(ref)), messages, notes, nextCursor: null });
	}

	takeOverConversation(ref, actor) {
		if (isUnknown(ref)) return noConversation;
		return accept(conversation({ ...named(ref), mode: "human", takenOverBy: actor.name }));
	}

	handBackConversation(ref) {
		return isUnknown(ref) ? noConversation : accept(conversation({ ...named(ref), mode: "assistant" }));
	}

	closeConversations(refs) {
		const found = refs.filter((ref) => !isUnknown(ref));
		return accept(found.map((ref) => conversation({ ...named(ref), mode: "closed" })));
	}

	markConversationsRead(items) {
		if (items.some(({ upTo }) => upTo === "msg_other"))
			return refuse("bad_input", "upTo: This is no message of the conversation.");
		const found = items.filter((ref) => !isUnknown(ref));
		return accept(found.map((ref) => conversation({ ...named(ref), unreadCount: ref.upTo ? 1 : 0 })));
	}

	markConversationUnread(ref) {
		return isUnknown(ref) ? noConversation : accept(conversation({ ...named(ref), unreadCount: 1 }));
	}

	addNote({ text, ...ref }, actor) {
		if (isUnknown(ref)) return noConversation;
		const { id, from, to } = conversation(named(ref));
		const note = { id: "note_2", text, authorName: actor.name, createdAt: at };
		return accept({ note, conversation: { id, from, to } });
	}

	getMessage(id) {
		if (id !== "msg_1") return refuse("not_found", "There is no such message.");
		const event = { kind: "status", status: "delivered", errorCode: null, detail: null, at };
		return accept({ ...message({ id, status: "delivered" }), events: [event] });
	}

	listMessages({ number, limit = 50, cursor = "0" }) {
		if (number !== undefined)
			return accept({ items: [message({ body: "=1+1", from: number })], nextCursor: null });
		const first = Number(cursor);
		const count = Math.min(limit, 2500 - first);
		const items = Array.from({ length: count }, (_, index) => message({ id: `msg_${first + index}` }));
		return accept({ items, nextCursor: first + count < 2500 ? String(first + count) : null });
	}

	searchMessages({ query, cursor }) {
		return accept({ items: [message({ body: query })], nextCursor: cursor === undefined ? "next" : null });
	}

	findMedia(id) {
		if (id === "media_late") return refuse("precondition_failed", "This file is not fetched yet.");
		const contentType = { media_picture: "image/png", media_page: "text/html", media_gone: "image/gif" }[id];
		return contentType
			? accept({ key: `media/${id}`, contentType, bytes: 1000 })
			: refuse("not_found", "There is no such file.");
	}

	listOptOuts({ number, limit = 50, cursor = "0" }) {
		if (number === "nonsense") return refuse("bad_input", "number: nonsense is not a telephone number.");
		if (number !== undefined) {
			return accept({ items: number === optedOut ? [optOut({ number })] : [], nextCursor: null });
		}
		if (!/^\d{1,5}$/.test(cursor)) return refuse("bad_input", "This cursor is not of this list.");
		const end = Math.min(2500, Number(cursor) + limit);
		const items = [];
		for (let index = Number(cursor); index < end; index += 1) {
			items.push(optOut({ number: `+1415${5_550_000 + index}` }));
		}
		return accept({ items, nextCursor: end < 2500 ? String(end) : null });
	}

	addOptOut({ number, reason }, actor) {
		return accept(optOut({ number, source: "person", words: null, reason, addedBy: actor.name }));
	}

	importOptOuts(rows) {
		if (rows.some(({ number }) => number === "+14155550133")) return refuse("internal", "Broken.");
		const invalid = rows.flatMap(({ number }, row) =>
			/^\+\d+$/.test(number) ? [] : [{ row, reason: "This is not a telephone number." }],
		);
		return accept({ added: rows.length - invalid.length, unchanged: 0, invalid });
	}

	removeOptOut({ number, actor }) {
		if (actor.role === "agent") return refuse("forbidden", "Only an owner or admin can do this.");
		return number === optedOut ? accept(null) : refuse("not_found", "This number is not opted out.");
	}

	listWebhooks() {
		return accept([webhook({})]);
	}

	getWebhook(id) {
		return id === "whk_1" ? accept(webhook({})) : noWebhook;
	}

	createWebhook(input, actor) {
		if (input.url.startsWith("http:")) return refuse("bad_input", "url: It must begin with https://.");
		return accept({ ...webhook({ ...input, createdBy: actor.name }), secret: "whsec_c2VjcmV0" });
	}

	updateWebhook(id, { version, ...change }) {
		if (id !== "whk_1") return noWebhook;
		const current = webhook({});
		if (version !== undefined && version !== current.version) {
			return refuseOldVersion(current, { ...change, version });
		}
		const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
		return accept({ ...current, ...given, version: 2 });
	}

	deleteWebhook(id) {
		return id === "whk_1" ? accept(null) : noWebhook;
	}

	rotateWebhookSecret(id) {
		return id === "whk_1" ? accept({ secret: "whsec_bmV3", previousSecretUntil: at }) : noWebhook;
	}

	testWebhook(id) {
		return id === "whk_1" ? accept(delivery({ type: "webhook.test", subjectId: null })) : noWebhook;
	}

	listWebhookDeliveries(id, { cursor }) {
		if (id !== "whk_1") return noWebhook;
		if (cursor === "nonsense") return refuse("bad_input", "cursor: This cursor is not of this list.");
		return accept({ items: [delivery({})], nextCursor: cursor === undefined ? "next" : null });
	}

	redeliver(id, deliveryId) {
		if (id !== "whk_1") return noWebhook;
		if (deliveryId !== "evt_1") return refuse("not_found", "There is no such delivery.");
		return accept(delivery({ status: "pending", nextTryAt: at }));
	}

	listConsentEvents(number) {
		const event = { kind: "opt_out", source: "keyword", words: "STOP", reason: null, messageId: "msg_1" };
		return accept([{ number, ...event, by: null, at }]);
	}
}

const noWebhook = refuse("not_found", "There is no such webhook.");
