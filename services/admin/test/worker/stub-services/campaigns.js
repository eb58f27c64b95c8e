import { accept, at, optedOut, ours, refuse, Service } from "./service.js";
import { message } from "./texts.js";

const recipientsOfCampaign = new Map();

const campaigns = new Map();

const bigCount = 12_000;

/** The beginning of an id stands for its key, the rest for the request. */
const hasOtherOfKey = (id) => [...campaigns.keys()].some((one) => one.slice(0, 20) === id.slice(0, 20));

const noCampaign = refuse("not_found", "There is no such campaign.");

const wrongState = refuse("precondition_failed", "Its state forbids it.");

/** One campaign in each state; `cmp_big` has 12,000 recipients. "A Bug" throws, and so does deleting "Stuck". */
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

/** Initial campaigns never change. */
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
		fields: {
			...fields,
			...Object.fromEntries(Object.entries(place).map(([key, value]) => [`@${key}`, value])),
		},
		updatedAt: at,
		repliedAt: null,
		optedOutAt: null,
	};
}
