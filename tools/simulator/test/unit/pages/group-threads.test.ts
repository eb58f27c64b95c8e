import { expect, it } from "vitest";
import { groupThreads } from "../../../pages/domain/messages/group-threads.ts";

import { makeMessage } from "./message-fixture.ts";

const phone = "+14155550199";

it("puts texts of one number together, and the thread of the newest text first", () => {
	const threads = groupThreads(phone, [
		makeMessage({ sid: "SM1", from: "+18005550100" }),
		makeMessage({ sid: "SM2", from: "+14155550101" }),
		makeMessage({ sid: "SM3", from: phone, to: "+18005550100", direction: "inbound", status: "received" }),
	]);
	expect(threads.map(({ party, messages }) => [party, messages.map(({ sid }) => sid)])).toEqual([
		["+18005550100", ["SM1", "SM3"]],
		["+14155550101", ["SM2"]],
	]);
});

it("counts what has come to the phone, not what is under way, failed or was sent from it", () => {
	const [thread] = groupThreads(phone, [
		makeMessage({ status: "delivered" }),
		makeMessage({ status: "sent" }),
		makeMessage({ status: "queued" }),
		makeMessage({ status: "undelivered", errorCode: 30005 }),
		makeMessage({ from: phone, to: "+18005550100", status: "received" }),
	]);
	expect(thread?.arrived).toBe(2);
});

it("has no threads without texts", () => {
	expect(groupThreads(phone, [])).toEqual([]);
});
