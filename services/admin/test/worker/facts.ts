import type { messages } from "@cloudpbx/db/schema/messaging";
import type { calls } from "@cloudpbx/db/schema/voice";
import { testEnv } from "./api.ts";

export type CallRow = typeof calls.$inferInsert;
export type MessageRow = typeof messages.$inferInsert;

export const hourMilliseconds = 3_600_000;
export const dayMilliseconds = 24 * hourMilliseconds;
export const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

let made = 0;

export function callOf(startedAt: Date, row: Partial<CallRow> = {}): CallRow {
	made += 1;
	const fixed = { id: `call_${made}`, carrierId: `CA${made}`, toNumber: "+18005550100", startedAt };
	return { direction: "inbound", status: "completed", endedAt: startedAt, ...fixed, ...row };
}

export function textOf(createdAt: Date, row: Partial<MessageRow> = {}): MessageRow {
	made += 1;
	return {
		id: `msg_${made}`,
		conversationId: "conv_1",
		direction: "outbound",
		author: "person",
		category: "transactional",
		fromNumber: "+18005550100",
		toNumber: "+14155550199",
		body: "",
		segments: 1,
		status: "pending",
		statusAt: createdAt,
		createdAt,
		...row,
	};
}

export async function setTimeZone(timeZone: string): Promise<void> {
	await testEnv.DB.prepare(
		"INSERT INTO settings (key, value, updated_at) VALUES ('timeZone', ?1, 0) ON CONFLICT (key) DO UPDATE SET value = ?1",
	)
		.bind(JSON.stringify(timeZone))
		.run();
}

export function placeOf(timeZone: string) {
	const format = new Intl.DateTimeFormat("en-CA", {
		timeZone,
		hourCycle: "h23",
		weekday: "long",
		year: "numeric",
		month: "2-digit",
		day: "2-digit",
		hour: "2-digit",
	});
	return (at: Date) => {
		const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
		return {
			date: `${parts.year}-${parts.month}-${parts.day}`,
			hour: Number(parts.hour),
			weekday: weekdays.indexOf(parts.weekday ?? ""),
		};
	};
}

export function datesUpTo(today: string, count: number): string[] {
	return Array.from({ length: count }, (_, index) =>
		new Date(Date.parse(today) - (count - 1 - index) * dayMilliseconds).toISOString().slice(0, 10),
	);
}
