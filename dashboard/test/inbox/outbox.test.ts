import { describe, expect, it } from "vitest";
import { plainRefusal, type Refusal } from "../../src/api/refusal.ts";
import {
	afterRefusal,
	findDue,
	findNextDue,
	holdText,
	type OutboxItem,
	resume,
	startSending,
	tryAgain,
	undoMilliseconds,
} from "../../src/screens/inbox/domain/outbox-item.ts";

const now = 1_000_000;
const hold = (id: string, conversationId = "conv_1", at = now) =>
	holdText(
		{ id, personId: "usr_1", conversationId, text: "Hello", modeBefore: "assistant" },
		at,
		undoMilliseconds,
	);
const online = { now, isOnline: true, random: 0 };
const fault = plainRefusal("upstream_unavailable", "Messaging does not answer.");
const lost = plainRefusal("offline", "Not connected.");

const refused = (item: OutboxItem, refusal: Refusal, around = online) =>
	afterRefusal(startSending(item, now), refusal, around);

describe("a text on its way", () => {
	it("is held for five seconds, and due then", () => {
		const item = hold("msg_1");
		expect(findDue([item], now + undoMilliseconds - 1)).toEqual([]);
		expect(findDue([item], now + undoMilliseconds)).toEqual([item]);
		expect(findNextDue([item])).toBe(now + undoMilliseconds);
	});

	it("waits for the text before it in the same conversation, and for none of another", () => {
		const [first, second, other] = [hold("msg_1"), hold("msg_2"), hold("msg_3", "conv_2")];
		const sending = startSending(first as OutboxItem, now);
		const due = findDue([sending, second as OutboxItem, other as OutboxItem], now + undoMilliseconds);
		expect(due.map(({ id }) => id)).toEqual(["msg_3"]);
		expect(findDue([second as OutboxItem], now + undoMilliseconds)).toHaveLength(1);
	});

	it("keeps none behind it waiting once somebody has to decide about it", () => {
		const failed = refused(hold("msg_1"), plainRefusal("bad_input", "The text is empty."));
		expect(failed.state).toBe("failed");
		expect(findDue([failed, hold("msg_2")], now + undoMilliseconds)).toHaveLength(1);
	});

	it.each(["upstream_unavailable", "internal", "offline"] as const)("is tried again after %s", (code) => {
		const item = refused(hold("msg_1"), plainRefusal(code, ""));
		expect(item).toMatchObject({ state: "waiting", id: "msg_1", attempts: 1 });
		expect(item.dueAt).toBeGreaterThan(now);
	});

	it.each([
		"bad_input",
		"forbidden",
		"not_found",
		"precondition_failed",
		"conflict",
		"limit_exceeded",
	] as const)("is not tried again after %s", (code) => {
		expect(refused(hold("msg_1"), plainRefusal(code, "")).state).toBe("failed");
	});

	it("waits as long as the server says, if that is not too long", () => {
		const busy = { ...plainRefusal("limit_exceeded", "Too many requests."), retryAfterSeconds: 7 };
		expect(refused(hold("msg_1"), busy)).toMatchObject({ state: "waiting", dueAt: now + 7000 });
		expect(refused(hold("msg_1"), { ...busy, retryAfterSeconds: 3600 }).state).toBe("failed");
	});

	it("is given up after half a minute, and keeps its id when somebody tries again", () => {
		const late = { ...online, now: now + 30_000 };
		const failed = refused(hold("msg_1"), fault, late);
		expect(failed.state).toBe("failed");
		expect(tryAgain(failed, late.now)).toMatchObject({
			id: "msg_1",
			state: "waiting",
			dueAt: late.now,
			triedAt: null,
		});
	});

	it("is not given up while there is no network, however long that takes", () => {
		const hours = { now: now + 36_000_000, isOnline: false, random: 0 };
		const waiting = refused(hold("msg_1"), lost, hours);
		expect(waiting.state).toBe("waiting");
		expect(afterRefusal(startSending(waiting, hours.now), fault, { ...hours, isOnline: true }).state).toBe(
			"waiting",
		);
	});

	it("is sent at once after the page was loaded again, under its id", () => {
		expect(resume(hold("msg_1"), now)).toMatchObject({ id: "msg_1", state: "waiting", dueAt: now });
		const failed = refused(hold("msg_2"), plainRefusal("bad_input", ""));
		expect(resume(failed, now)).toBe(failed);
	});
});
