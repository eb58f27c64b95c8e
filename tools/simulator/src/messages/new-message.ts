import type { Exchange } from "../context.ts";
import { newSid } from "../sid.ts";
import { note } from "../timeline/timeline.ts";
import { countSegments } from "./count-segments.ts";
import type { Message } from "./message.ts";

/** Twilio's default and longest ValidityPeriod. */
export const validitySecondsMax = 36_000;

/** Writes a new text down: from this moment it is in the phone's list. */
export function newMessage(
	exchange: Exchange,
	known: Pick<Message, "from" | "to" | "body" | "direction" | "status"> & Partial<Message>,
): Message {
	const mediaCount = known.mediaCount ?? known.mediaUrls?.length ?? 0;
	const now = Date.now();
	const message: Message = {
		sid: newSid(mediaCount > 0 ? "MM" : "SM"),
		errorCode: null,
		// A carrier takes a text with files for one, however long it is.
		segments: mediaCount > 0 ? 1 : countSegments(known.body).segments,
		mediaUrls: [],
		mediaCount,
		createdAt: now,
		updatedAt: now,
		sentAt: null,
		datedAt: now,
		acceptedClockMs: exchange.clock.now(),
		statusCallback: null,
		validitySeconds: validitySecondsMax,
		fate: null,
		webhookToken: crypto.randomUUID(),
		isUnfinished: false,
		isListed: known.direction !== "direct",
		isRedacted: false,
		...known,
	};
	exchange.messages.save(message);
	note(exchange, message.sid, "status", `${message.status}: ${message.from} → ${message.to}`, {
		status: message.status,
	});
	return message;
}
