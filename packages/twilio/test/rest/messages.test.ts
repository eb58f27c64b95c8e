import { afterEach, describe, expect, it, vi } from "vitest";
import { explainMessageError } from "../../src/message-errors.ts";
import { createMessage, fetchMessage, findMessages, listReceived } from "../../src/rest/messages.ts";
import { account, errorBody, fakeCarrier, pageBody } from "./fake-carrier.ts";

afterEach(() => vi.unstubAllGlobals());

const sid = `SM${"a".repeat(32)}`;
const text = {
	from: "+18005550100",
	to: "+14155550199",
	body: "Hi",
	statusUrl: "https://pbx.example.com/sms/status/abc",
};

function messageBody(overrides: object = {}) {
	return {
		sid,
		from: text.from,
		to: text.to,
		body: text.body,
		status: "queued",
		direction: "outbound-api",
		error_code: null,
		num_segments: "1",
		date_created: "Fri, 20 Nov 2026 18:00:00 +0000",
		...overrides,
	};
}

describe("sending a text", () => {
	it("asks for exactly this, with a place for reports", async () => {
		const { carrier, asked } = fakeCarrier({ status: 201, body: messageBody() });
		expect(await createMessage(carrier, text)).toEqual({
			kind: "accepted",
			carrierId: sid,
			status: "queued",
		});
		expect(asked).toMatchObject([
			{
				method: "POST",
				path: "/Messages.json",
				form: { To: text.to, From: text.from, Body: "Hi", StatusCallback: text.statusUrl },
			},
		]);
	});

	it.each([
		[400, 21610, { code: 21610, isRateLimited: false, isUnauthenticated: false }],
		[401, 20003, { code: 20003, isRateLimited: false, isUnauthenticated: true }],
		[404, 20404, { code: 20404, isRateLimited: false, isUnauthenticated: false }],
	])("%s with %s was refused: nothing was sent", async (status, code, refusal) => {
		const { carrier, asked } = fakeCarrier(errorBody(status, code));
		expect(await createMessage(carrier, text)).toEqual({ kind: "refused", ...refusal });
		expect(asked).toHaveLength(1);
	});

	it("is not repeated when it is refused for its rate: its moment is over, and somebody may have said no", async () => {
		const { carrier, asked, waits } = fakeCarrier(errorBody(429, 20429));
		expect(await createMessage(carrier, text)).toEqual({
			kind: "refused",
			code: 20429,
			isRateLimited: true,
			isUnauthenticated: false,
		});
		expect(asked).toHaveLength(1);
		expect(waits).toEqual([]);
	});

	it.each([
		["500", errorBody(500, 20500)],
		["a connection that breaks", "hangs up" as const],
		["an answer that is no JSON", { status: 201, text: "<html>" }],
		["an answer without an id", { status: 201, body: {} }],
	])("has an unknown outcome after %s, and is never repeated here", async (_name, answer) => {
		const { carrier, asked } = fakeCarrier(answer);
		expect(await createMessage(carrier, text)).toEqual({ kind: "unknown" });
		expect(asked).toHaveLength(1);
	});
});

describe("looking for texts", () => {
	const since = new Date("2026-11-20T18:00:00Z");
	const old = messageBody({ sid: `SM${"b".repeat(32)}`, date_created: "Fri, 20 Nov 2026 17:59:59 +0000" });

	it("finds ours between two numbers since an instant, from every page that can hold them", async () => {
		const path = `/2010-04-01/Accounts/${account.accountSid}/Messages.json?Page=1`;
		const { carrier, asked } = fakeCarrier(
			{ status: 200, body: pageBody("messages", [messageBody()], path) },
			{ status: 200, body: pageBody("messages", [messageBody({ direction: "inbound" }), old], path) },
		);
		const found = await findMessages(carrier, { from: text.from, to: text.to, since });
		expect(found.ok && found.value.map(({ carrierId }) => carrierId)).toEqual([sid]);
		expect(asked.map((request) => request.path)).toEqual([
			"/Messages.json?To=%2B14155550199&From=%2B18005550100&PageSize=100",
			"/Messages.json?Page=1",
		]);
	});

	it("finds those that came in to a number of ours", async () => {
		const inbound = messageBody({ direction: "inbound", status: "received", from: text.to, to: text.from });
		const { carrier } = fakeCarrier({
			status: 200,
			body: pageBody("messages", [inbound, messageBody(), old]),
		});
		const found = await listReceived(carrier, { to: text.from, since });
		expect(found.ok && found.value).toMatchObject([
			{ carrierId: sid, status: null, body: "Hi", isOutbound: false },
		]);
	});

	it("says when the carrier cannot be asked", async () => {
		const { carrier } = fakeCarrier("hangs up");
		expect(await findMessages(carrier, { from: text.from, to: text.to, since })).toMatchObject({ ok: false });
	});
});

describe("fetching a text", () => {
	it("tells its state and error", async () => {
		const { carrier } = fakeCarrier(
			{ status: 200, body: messageBody({ status: "undelivered", error_code: 30005 }) },
			errorBody(404, 20404),
		);
		expect(await fetchMessage(carrier, sid)).toMatchObject({
			ok: true,
			value: { status: "undelivered", errorCode: 30005 },
		});
		expect(await fetchMessage(carrier, sid)).toMatchObject({ ok: false, problem: { kind: "not_found" } });
	});
});

describe("the errors of texts", () => {
	it.each([
		[21610, "recipient", true],
		[30004, "recipient", true],
		[21614, "recipient", false],
		[30007, "content", false],
		[30032, "configuration", false],
		[30034, "configuration", false],
		[20003, "configuration", false],
		[21611, "later", false],
		[30022, "later", false],
		[99999, "content", false],
	])("%s is a matter of the %s", (code, problem, isOptOut) => {
		const error = explainMessageError(code);
		expect(error).toMatchObject({ problem });
		expect(error.isOptedOut ?? false).toBe(isOptOut);
		expect(error.words).toMatch(/^[A-Z].*\.$/);
	});
});
