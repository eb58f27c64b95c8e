import { at, ours } from "./service.js";

export function webhook(fields) {
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

export function delivery(fields) {
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

export function conversation(fields) {
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

export function message(fields) {
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

export function optOut(fields) {
	return { source: "keyword", words: "STOP", reason: null, addedBy: null, at, ...fields };
}
