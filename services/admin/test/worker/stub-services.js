// The Workers behind the API, as far as the API's own tests need them. Plain JavaScript: workerd runs it as it is.
import { WorkerEntrypoint } from "cloudflare:workers";

const accept = (value) => ({ ok: true, value });
const refuse = (code, message, more = {}) => ({ ok: false, error: { code, message, ...more } });
const refuseOldVersion = (current, sent) => refuse("conflict", "Somebody changed this.", { current, sent });
const at = "2026-11-22T12:00:00.000Z";

class Service extends WorkerEntrypoint {
	health() {
		return accept({ service: "stub", databaseMilliseconds: 1 });
	}

	diagnose() {
		return accept({ findings: [], probes: [], credentials: "1234" });
	}

	erasePerson() {
		return accept({ isDone: true, waitsFor: null });
	}
}

const optedOut = "+14155550177";
const ours = "+18005550100";

const noConversation = refuse("not_found", "There is no such conversation.");

/** conv_1 and conv_2 exist, and one with whoever but +14155550144. */
const isUnknown = ({ conversationId, from }) =>
	conversationId === undefined ? from === "+14155550144" : !/^conv_[12]$/.test(conversationId);
const named = ({ conversationId, from, to }) =>
	conversationId === undefined ? { from, to } : { id: conversationId };

/** +14155550177 is opted out, it is night where +14155550166 is, a text of "A Bug" breaks it. */
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

	/** 2,500 of them; of a number one. */
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

	/** 2,500 of them. */
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

function webhook(fields) {
	return {
		id: "whk_1",
		url: "https://hooks.acme.example/secret-path",
		description: "",
		events: ["call.missed"],
		isPaused: false,
		pausedReason: null,
		pausedAt: null,
		failingSince: null,
		lastDeliveredAt: null,
		waitingCount: 0,
		previousSecretUntil: null,
		createdBy: null,
		createdAt: at,
		version: 1,
		...fields,
	};
}

function delivery(fields) {
	const tried = { at, status: "delivered", statusCode: 200, reason: null, durationSeconds: 0.2 };
	return {
		id: "evt_1",
		type: "call.missed",
		subjectId: "call_1",
		status: "delivered",
		createdAt: at,
		nextTryAt: null,
		tries: [tried],
		...fields,
	};
}

const recipientsOfCampaign = new Map();
const campaigns = new Map();
const bigCount = 12_000;
/** As in the service: the beginning of an id stands for its key, the rest for the request. */
const hasOtherOfKey = (id) => [...campaigns.keys()].some((one) => one.slice(0, 20) === id.slice(0, 20));

const noCampaign = refuse("not_found", "There is no such campaign.");
const wrongState = refuse("precondition_failed", "Its state forbids it.");

/**
 * One campaign in each state (`cmp_draft`, …), 12,000 recipients in `cmp_big`, and whatever is created. A campaign called
 * "A Bug" breaks it, and so does the deletion of one called "Stuck".
 */
export class CampaignsService extends Service {
	createCampaign({ id = `cmp_${crypto.randomUUID()}`, plan, recipients, isDraft }, actor) {
		if (plan.name === "A Bug") throw new Error("a bug");
		if (plan.fromNumber === "+14155550100") return refuse("bad_input", "This is no number of the company.");
		const known = campaigns.get(id);
		if (known) return accept(known);
		if (hasOtherOfKey(id)) return refuse("conflict", "This Idempotency-Key belongs to another request.");
		const status = isDraft ? "draft" : plan.startAt ? "scheduled" : "sending";
		return accept(keep(id, { ...plan, status, createdBy: actor.name }, recipients));
	}

	previewCampaign({ plan, recipients }) {
		const kept = recipients.filter(isNumber).length;
		const segments = { encoding: "GSM-7", forcedBy: [], perMessageMin: 1, perMessageMax: 1, total: kept };
		const ratePerSecond = plan.ratePerSecond ?? 1;
		const estimate = { cost: 0.01, currency: "USD", ratePerSecond, startsAt: plan.startAt ?? at };
		const invalid = recipients.length - kept;
		return accept({
			total: recipients.length,
			kept,
			setAside: {
				invalid,
				duplicate: 0,
				opted_out: 0,
				pair_closed: 0,
				landline: 0,
				no_consent: 0,
				too_long: 0,
				country_forbidden: 0,
			},
			examples: recipients
				.filter((recipient) => !isNumber(recipient))
				.slice(0, 5)
				.map(({ number }) => ({ number, reason: "invalid", words: "This is not a telephone number." })),
			segments,
			sample: kept > 0 ? plan.message : null,
			samples: { first: null, longest: null, chosen: null },
			missingFields: { count: 0, examples: [] },
			estimate: { ...estimate, finishesAt: kept > 0 ? at : null, durationSeconds: kept },
			warnings: plan.message.includes("STOP") ? [] : [{ code: "no_opt_out_wording", message: plan.name }],
		});
	}

	previewStored(id, patch, position) {
		const found = findCampaign(id);
		if (!found) return noCampaign;
		if (!["draft", "scheduled"].includes(found.status)) return wrongState;
		const plan = { ...found, startAt: found.startAt ?? undefined, ...patch };
		const { value } = this.previewCampaign({ plan, recipients: recipientsOfCampaign.get(id) ?? [] });
		const chosen = {
			position,
			number: "+14155550199",
			text: plan.message,
			segments: 1,
			missingFields: [],
			setAside: null,
		};
		return accept({ ...value, samples: { ...value.samples, chosen: position === null ? null : chosen } });
	}

	getOutcomes(id) {
		const found = findCampaign(id);
		if (!found) return noCampaign;
		const { counts, replies, optOuts } = found;
		const groups = { queued: counts.queued, skipped: counts.skipped };
		const items = Object.entries(groups)
			.filter(([, count]) => count > 0)
			.map(([status, count]) => ({ status, reason: null, errorCode: null, count }));
		return accept({ counts, replies, optOuts, items });
	}

	listCampaigns({ status, limit, cursor }) {
		if (cursor === "nonsense") return refuse("bad_input", "This cursor is not of this list.");
		const items = [campaign({ id: "cmp_draft", status: status ?? "draft" })].slice(0, limit);
		return accept({ items, nextCursor: cursor === undefined ? "next" : null });
	}

	getCampaign(id) {
		const progress = {
			achievedPerSecond: null,
			pace: null,
			forecastEndAt: at,
			expectedEndAt: null,
			heldUntil: null,
		};
		const found = findCampaign(id);
		return found ? accept({ ...found, ...progress }) : noCampaign;
	}

	listRecipients(id, { status, query, replied, limit = 50, cursor = "0" }) {
		if (!findCampaign(id)) return noCampaign;
		if (!/^\d{1,6}$/.test(cursor)) return refuse("bad_input", "This cursor is not of this list.");
		const given = recipientsOfCampaign.get(id);
		const count = given?.length ?? (id === "cmp_big" ? bigCount : 0);
		const end = Math.min(count, Number(cursor) + limit);
		const items = [];
		for (let index = Number(cursor); index < end; index += 1) {
			const one = recipient(index, given?.[index] ?? { number: `+1415${5_000_000 + index}` });
			const isAsked = (status ?? one.status) === one.status && one.number.includes(query ?? "") && !replied;
			if (isAsked) items.push(one);
		}
		return accept({ items, nextCursor: end < count ? String(end) : null });
	}

	updateCampaign(id, { version, ...patch }) {
		const current = findCampaign(id);
		if (current && version !== undefined && version !== current.version) {
			return refuse("conflict", "Somebody changed this.", { current, sent: { ...patch, version } });
		}
		return change(id, ["draft", "scheduled"], patch);
	}

	deleteCampaign(id) {
		const found = findCampaign(id);
		if (!found) return noCampaign;
		if (found.status !== "draft") return wrongState;
		if (found.name === "Stuck") throw new Error("gone");
		campaigns.delete(id);
		return accept(null);
	}

	duplicateCampaign(id, copyId, actor) {
		const found = findCampaign(id);
		if (!found) return noCampaign;
		const known = campaigns.get(copyId);
		if (known) return accept(known);
		if (copyId && hasOtherOfKey(copyId))
			return refuse("conflict", "This Idempotency-Key belongs to another request.");
		const copy = { ...found, name: `${found.name} (copy)`, status: "draft", createdBy: actor.name };
		return accept(keep(copyId ?? `cmp_${crypto.randomUUID()}`, copy, recipientsOfCampaign.get(id) ?? []));
	}

	replaceRecipients(id, recipients) {
		return change(id, ["draft", "scheduled"], { counts: countsOf(recipients) });
	}

	scheduleCampaign(id, startAt) {
		return change(id, ["draft", "scheduled"], { startAt, status: startAt ? "scheduled" : "sending" });
	}

	pauseCampaign(id) {
		return change(id, ["sending", "paused"], { status: "paused" });
	}

	resumeCampaign(id) {
		return change(id, ["paused"], { status: "sending" });
	}

	cancelCampaign(id) {
		return change(id, ["draft", "scheduled", "sending", "paused"], { status: "cancelled" });
	}

	testCampaign(id, to) {
		if (!findCampaign(id)) return noCampaign;
		if (to === optedOut) return refuse("precondition_failed", `${to} has opted out of the company's texts.`);
		return accept(message({ to, author: "campaign", category: "marketing" }));
	}
}

const isNumber = ({ number }) => /^\+\d{7,15}$/.test(number);

/** The ones that are there from the beginning never change, so that every test finds them as they are. */
function findCampaign(id) {
	const [, status] = /^cmp_(draft|scheduled|sending|paused|completed)$/.exec(id) ?? [];
	if (status) return campaign({ id, status });
	return id === "cmp_big" ? campaign({ id, status: "sending" }) : campaigns.get(id);
}

function change(id, from, fields) {
	const found = findCampaign(id);
	if (!found) return noCampaign;
	if (!from.includes(found.status)) return wrongState;
	const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
	return accept({ ...found, ...given });
}

function keep(id, fields, recipients) {
	const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
	const kept = campaign({ ...given, id, counts: countsOf(recipients) });
	campaigns.set(id, kept);
	recipientsOfCampaign.set(id, recipients);
	return kept;
}

function countsOf(recipients) {
	const queued = recipients.filter(isNumber).length;
	const none = { sending: 0, sent: 0, delivered: 0, undelivered: 0, failed: 0 };
	return { total: recipients.length, queued, ...none, skipped: recipients.length - queued };
}

function campaign(fields) {
	return {
		id: "cmp_1",
		name: "Spring",
		message: "Hello. Reply STOP to opt out.",
		status: "draft",
		reason: null,
		fromNumber: ours,
		startAt: null,
		quietHours: true,
		ratePerSecond: 1,
		requireConsent: false,
		counts: countsOf([]),
		replies: 0,
		optOuts: 0,
		version: 1,
		createdBy: null,
		createdAt: at,
		startedAt: null,
		endedAt: null,
		...fields,
	};
}

function recipient(index, { number, fields = {}, ...place }) {
	const isKept = isNumber({ number });
	return {
		id: `rcp_${index}`,
		number,
		status: isKept ? "queued" : "skipped",
		reason: isKept ? null : "This is not a telephone number.",
		errorCode: null,
		segments: null,
		messageId: null,
		heldUntil: null,
		// The place is no field; here it shows a test what arrived.
		fields: {
			...fields,
			...Object.fromEntries(Object.entries(place).map(([key, value]) => [`@${key}`, value])),
		},
		updatedAt: at,
		repliedAt: null,
		optedOutAt: null,
	};
}

function callOut(fields) {
	return {
		to: "+14155550199",
		from: ours,
		as: "101",
		phones: ["0151"],
		state: "ringing_own",
		outcome: null,
		startedAt: at,
		answeredAt: null,
		endedAt: null,
		talkSeconds: null,
		...fields,
	};
}

export class VoiceService extends Service {
	markVoicemailListened(ids, { id: byId, name }) {
		const listenedBy = { id: byId, name };
		return accept(ids.map((id) => ({ id, listenedAt: Date.parse(at), listenedBy })));
	}

	markVoicemailUnheard(ids) {
		return accept({ unheardIds: ids.filter((id) => id !== "vm_gone") });
	}

	/** 102 has no telephone, and somebody calls all the time with 105. */
	callOut({ id, to, as, from }, { name }) {
		if (to === "+18765550100")
			return refuse("forbidden", `${to} is not called. Numbers of Jamaica are switched off.`);
		if (as === "102") return refuse("precondition_failed", "Sam (102) has no telephone to call from.");
		if (as === "103") return refuse("bad_input", "as: Nobody has the keys 103.");
		if (as === "105") return refuse("limit_exceeded", "The ceiling of 5 calls out at once is reached. Wait.");
		if (as === "106") throw new Error("a bug");
		return accept(callOut({ id, to, as, from: from ?? ours, phones: [name.slice(0, 4)] }));
	}

	hangUpCallOut(id) {
		return accept(callOut({ id, state: "ended", outcome: "canceled", endedAt: at }));
	}

	firstEvents() {
		return accept([{ kind: "received", at: Date.parse(at), detail: { to: "+18005550100" } }]);
	}

	whatIf({ at: asked }) {
		const steps = [{ kind: "asks", text: "Thank you for calling." }, { kind: "ends" }];
		return accept({ at: asked ?? at, isOpen: true, because: null, steps, outcome: "abandoned" });
	}

	deleteVoicemails(ids) {
		return accept({ deletedIds: ids.filter((id) => id !== "vm_gone") });
	}

	/** Ten bytes are no sound. */
	storeGreeting(audio) {
		if (audio.byteLength <= 10) return refuse("bad_input", "This is neither an MP3 nor a WAV file.");
		return accept({ key: `greetings/${"a".repeat(64)}.wav`, type: "wav", seconds: 6.2 });
	}

	dropGreeting() {
		return accept(null);
	}

	setGreetingPin() {
		return accept(null);
	}
}

const silent = refuse("upstream_unavailable", "Twilio did not answer.");

/**
 * A person called "A Bug" breaks it, 199 is taken. Twilio is silent about area code 907 and num_silent. Version 999 is an old
 * one of everything.
 */
export class ProvisioningService extends Service {
	createExtension(input) {
		if (input.name === "A Bug") throw new Error("a bug");
		if (input.name === "Too Many") return refuse("bad_input", "members: Group 110 (Sales) would ring 11.");
		if (input.ext === "199") return refuse("conflict", "Extension 199 is taken.");
		return accept(extension(`ext_${input.ext}`, input));
	}

	updateExtension(id, patch) {
		if (patch.version === 999) return refuseOldVersion(extension(id, {}), patch);
		return accept(extension(id, patch));
	}

	retryExtension(id) {
		return id === "ext_failed"
			? accept(extension(id, {}))
			: refuse("precondition_failed", "Only an extension that failed can be retried.");
	}

	deactivateExtension(id, { release }) {
		return accept({ ...extension(id, {}), status: "inactive", numberReleaseAt: release ? null : at });
	}

	setGreetingAudio(id, key) {
		if (id === "ext_silent") return silent;
		const keyBefore = id === "ext_102" ? `greetings/${"b".repeat(64)}.mp3` : null;
		return accept({ extension: extension(id, { greetingAudio: key && "wav" }), keyBefore });
	}

	searchAvailableNumbers({ kind, areaCode = "415" }) {
		return accept([{ number: `+1${areaCode}5550123`, kind, locality: null, region: "CA" }]);
	}

	assignNumber(id, extensionId, version) {
		if (version === 999) return refuseOldVersion(number(id), { extensionId, version });
		return accept({ ...number(id), extensionId, extension: extensionId?.slice(4) ?? null });
	}

	labelNumber(id, { label, version }) {
		if (version === 999) return refuseOldVersion(number(id), { label, version });
		return accept({ ...number(id), label: label || null });
	}

	buyNumber({ kind, areaCode }) {
		if (areaCode === "907") return silent;
		return kind === "toll_free"
			? accept({ ...number("num_bought"), kind })
			: refuse("precondition_failed", "There is no such number to be had.");
	}

	adoptNumber(input) {
		if (input.number.startsWith("+1907")) return silent;
		return accept({ ...number("num_adopted"), number: input.number, warning: null });
	}

	releaseNumber(id) {
		return id === "num_silent" ? silent : accept(null);
	}

	checkNumbers() {
		const trouble = { id: "num_stray", number: "+14155550188", trouble: "stray", message: "It is not used." };
		return accept({ checkedAt: at, troubles: [trouble] });
	}

	readRegistration() {
		const finding = {
			id: "toll_free_unverified:+18005550100",
			level: "warning",
			meaning: "Its texts do not arrive.",
			todo: "Verify it.",
		};
		const registered = { status: "approved", reason: null };
		const local = {
			numberId: "num_101",
			number: "+14155550101",
			kind: "local",
			canText: true,
			tollFreeVerification: null,
			brand: registered,
			campaign: registered,
			messagingService: { id: "MG1", name: "Sales", inbound: "number" },
			findings: [],
			nextStep: null,
		};
		const tollFree = {
			numberId: "num_main",
			number: "+18005550100",
			kind: "toll_free",
			canText: false,
			tollFreeVerification: { status: "none", reason: null },
			brand: null,
			campaign: null,
			messagingService: null,
			findings: [finding],
			nextStep: finding.todo,
		};
		return accept({ checkedAt: at, accountType: "full", senders: [local, tollFree] });
	}

	repairNumber(id) {
		return id === "num_stray"
			? accept({ ...number(id), warning: null })
			: refuse("not_found", "There is no such number.");
	}
}

function extension(id, input) {
	return {
		id,
		kind: "person",
		ext: "104",
		name: "New Person",
		department: "",
		email: "new@acme.example",
		forwardTo: null,
		alsoRing: [],
		answerWith: "key",
		purpose: "",
		members: [],
		ringing: "together",
		ringSeconds: null,
		greeting: null,
		greetingAudio: null,
		hours: null,
		number: null,
		numberId: null,
		numberReleaseAt: null,
		areaCode: null,
		status: "provisioning",
		reason: null,
		version: 1,
		createdAt: at,
		updatedAt: at,
		...Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)),
	};
}

function number(id) {
	return {
		id,
		number: "+14155550123",
		kind: "local",
		extensionId: null,
		extension: null,
		releaseAt: null,
		label: null,
		version: 1,
		createdAt: at,
	};
}

function conversation(fields) {
	return {
		id: "conv_1",
		from: "+14155550199",
		to: ours,
		mode: "assistant",
		waitingReason: null,
		takenOverBy: null,
		isOptedOut: false,
		unreadCount: 1,
		waitingSince: null,
		lastMessage: { id: "msg_1", preview: "Hello?", direction: "inbound", author: "contact" },
		lastMessageAt: at,
		createdAt: at,
		...fields,
	};
}

function message(fields) {
	return {
		id: "msg_1",
		carrierId: null,
		conversationId: "conv_1",
		direction: "outbound",
		from: ours,
		to: "+14155550199",
		body: "Hello.",
		author: "person",
		authorName: null,
		category: "transactional",
		status: "queued",
		errorCode: null,
		error: null,
		retryAt: null,
		refusal: null,
		reason: "Not opted out.",
		segments: 1,
		media: [],
		campaignId: null,
		isBlocked: false,
		createdAt: at,
		...fields,
	};
}

function optOut(fields) {
	return { source: "keyword", words: "STOP", reason: null, addedBy: null, at, ...fields };
}
