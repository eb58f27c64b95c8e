import type { LiveNews } from "@cloudpbx/contracts/news/live";
import { expect } from "vitest";
import { conversationIdOf } from "../../../src/texts/text-ids.ts";
import { mainLine } from "../company.ts";
import type { Workshop } from "../workshop.ts";

/** Expects the news since the last call, about a contact's conversation with the main line. */
export async function takeAnnounced(
	shop: Workshop,
	from: string,
	expected: readonly object[],
): Promise<void> {
	const about = { conversationId: await conversationIdOf(from, mainLine), from, to: mainLine };
	expect(shop.announced).toEqual(
		expected.map((event) => {
			const { kind } = event as { kind: LiveNews["kind"] };
			if (kind === "message") return { messageId: expect.stringMatching(/^msg_/), ...about, ...event };
			return kind === "conversation" ? { ...about, ...event } : event;
		}),
	);
	shop.announced = [];
}

export const inbound = { kind: "message", direction: "inbound", status: "received", author: "contact" };
export const outbound = { kind: "message", direction: "outbound", status: "queued", author: "person" };
export const consentOf = (...numbers: string[]): LiveNews => ({ kind: "consent", numbers });
