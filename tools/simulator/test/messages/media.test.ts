import { describe, expect, it } from "vitest";
import { accountSid, publicUrl } from "../support/network.ts";
import { caller, main, phone } from "../support/stage.ts";
import { textLine, useTextStage } from "../support/text-stage.ts";
import { waitFor } from "../support/wait-for.ts";

const stage = useTextStage();
const pixel =
	"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const png = `data:image/png;base64,${pixel}`;
const accountPath = `/simulator/2010-04-01/Accounts/${accountSid}`;

async function fetchBytes(path: string, headers: Record<string, string> = {}): Promise<Response> {
	return await fetch(stage.network.origin + path, { headers });
}

async function receiveOne(mediaUrls: string[]): Promise<Record<string, string>> {
	await stage.texts.text(caller, textLine, "", mediaUrls);
	const [request] = await waitFor(
		() => stage.app.requestsTo("/sms"),
		({ length }) => length === 1,
	);
	return request?.params ?? {};
}

describe("an inbound text with files", () => {
	it("names them in its webhook, from where they are fetched with Basic auth", async () => {
		const { app, network } = stage;
		app.on("/note.txt", { type: "text/plain; charset=utf-8", body: "A note" });
		const params = await receiveOne([png, app.url("/note.txt")]);
		const at = (index: number) => params[`MediaUrl${index}`] ?? "";
		expect(params).toMatchObject({
			NumMedia: "2",
			Body: "",
			MediaContentType0: "image/png",
			MediaContentType1: "text/plain",
			MessageSid: expect.stringMatching(/^MM/),
		});
		const prefix = `${publicUrl}${accountPath}`;
		expect(at(0)).toMatch(/\/Messages\/MM[0-9a-f]{32}\/Media\/ME[0-9a-f]{32}$/);
		expect(at(0).startsWith(prefix)).toBe(true);
		expect((await fetchBytes(at(0).slice(publicUrl.length))).status).toBe(401);
		const image = await network.rest("GET", at(0).slice(prefix.length));
		expect(image.headers.get("content-type")).toBe("image/png");
		expect(Buffer.from(await image.arrayBuffer()).toString("base64")).toBe(pixel);
		expect(await (await network.rest("GET", at(1).slice(prefix.length))).text()).toBe("A note");
		await network.control("PUT", "/options", { mediaNeedsAuth: false });
		expect((await fetchBytes(at(0).slice(publicUrl.length))).status).toBe(200);
	});

	it("shows them in the Media list, each by its sid until it is removed", async () => {
		const { client, network, texts } = stage;
		const { MessageSid = "" } = await receiveOne([png]);
		const [media] = await client.messages(MessageSid).media.list();
		expect(media).toMatchObject({ parentSid: MessageSid, contentType: "image/png" });
		const sid = media?.sid ?? "";
		expect(await client.messages(MessageSid).media(sid).fetch()).toMatchObject({ sid });
		expect(await texts.listOf(caller)).toMatchObject([{ media: [{ sid, contentType: "image/png" }] }]);
		expect(await client.messages(MessageSid).media(sid).remove()).toBe(true);
		expect(await client.messages(MessageSid).media.list()).toEqual([]);
		expect((await network.rest("GET", `/Messages/${MessageSid}/Media/${sid}`)).status).toBe(404);
	});

	it("may have more than fits into one row", async () => {
		const { app, network } = stage;
		const body = "0123456789".repeat(250_000);
		app.on("/large.txt", { type: "text/plain", body });
		const { MediaUrl0 = "" } = await receiveOne([app.url("/large.txt")]);
		const path = MediaUrl0.split(accountSid)[1] ?? "";
		expect(await (await network.rest("GET", path)).text()).toBe(body);
	});

	it.each([
		["another machine", ["https://www.example.com/a.png"]],
		["nothing", ["http://localhost:1/a.png"]],
		["more than ten files", Array.from({ length: 11 }, () => png)],
		["no list", png],
	])("is refused with %s", async (_, mediaUrls) => {
		const sent = { from: caller, to: textLine, mediaUrls };
		expect((await stage.network.request("POST", "/messages", sent)).status).toBe(400);
	});
});

describe("an outgoing text with files", () => {
	it("fetches them and keeps them, in their order", async () => {
		const { app, client, texts } = stage;
		app.on("/one.png", { type: "image/png", body: "1" });
		app.on("/two.gif", { type: "image/gif", body: "2" });
		const mediaUrl = [app.url("/one.png"), app.url("/two.gif")];
		const created = await client.messages.create({ from: textLine, to: phone, mediaUrl });
		expect(created).toMatchObject({ sid: expect.stringMatching(/^MM/), numMedia: "2", body: "" });
		const { media } = await texts.until(created.sid, ({ status }) => status === "delivered");
		expect(media.map(({ contentType }) => contentType)).toEqual(["image/png", "image/gif"]);
	});

	it("fails with 11200 when one cannot be fetched", async () => {
		const { sid } = await stage.texts.create({
			From: textLine,
			To: phone,
			Body: "Look",
			MediaUrl: stage.app.url("/missing.png"),
		});
		const { errorCode } = await stage.texts.until(sid, ({ status }) => status === "failed");
		expect(errorCode).toBe(11200);
	});

	it("goes without those of other machines, with a warning", async () => {
		const { sid } = await stage.texts.create({
			From: textLine,
			To: phone,
			Body: "Look",
			MediaUrl: "https://www.example.com/a.png",
		});
		const { timeline, media } = await stage.texts.until(sid, ({ status }) => status === "delivered");
		expect(media).toEqual([]);
		expect(timeline.some(({ kind, text }) => kind === "warning" && text.includes("loopback"))).toBe(true);
	});

	it("may be an answer, and passes its files on to another number of the account", async () => {
		const { app, texts } = stage;
		app.on("/photo.png", { type: "image/png", body: "A photo" });
		app.on("/sms", ({ params }) =>
			params.From === caller ? `<Message to="${main}">Look<Media>/photo.png</Media></Message>` : "",
		);
		await texts.text(caller, textLine, "A picture, please");
		const requests = await waitFor(
			() => app.requestsTo("/sms"),
			({ length }) => length === 2,
		);
		expect(requests[1]?.params).toMatchObject({ From: textLine, To: main, Body: "Look", NumMedia: "1" });
	});
});
