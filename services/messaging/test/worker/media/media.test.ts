import { messageMedia } from "@cloudpbx/db/schema/messaging";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { runJob } from "../../../src/jobs/run-job.ts";
import { sweep } from "../../../src/sweep/sweep.ts";
import { db, foundCompany, testEnv } from "../company.ts";
import { receive, sidOf } from "../webhooks.ts";
import { Workshop } from "../workshop.ts";

beforeAll(foundCompany);

let count = 0;
const somebody = () => `+1415555${String(8000 + ++count)}`;
const fileAt = (word: string) =>
	`https://carrier.example.com/2010-04-01/Accounts/AC${"0".repeat(32)}/Messages/${sidOf(word, "MM")}/Media/ME${"0".repeat(32)}`;

describe("a file that came with a text", () => {
	async function withFile(word: string, url = fileAt(word)) {
		const shop = new Workshop();
		const from = somebody();
		const params = {
			MessageSid: sidOf(word, "MM"),
			From: from,
			NumMedia: "1",
			MediaUrl0: url,
			MediaContentType0: "image/jpeg",
		};
		// Its job is lost: the real queue would be faster than some tests.
		await receive(word, "", params, { env: { JOB_QUEUE: shop.queueOf([]) } });
		const id = `media_${sidOf(word).slice(2)}_0`;
		const job = { task: "media" as const, mediaId: id };
		const load = async () => (await db.select().from(messageMedia).where(eq(messageMedia.id, id)))[0];
		return { shop, id, job, load, from };
	}
	const picture = () => new Response("JPEG", { headers: { "content-type": "image/jpeg" } });

	it("is fetched into R2, with our credentials for the carrier only", async () => {
		const { shop, job, load } = await withFile("pic");
		const storage = "https://mms.twiliocdn.com/picture";
		shop.carrier.media.set(
			fileAt("pic"),
			() => new Response(null, { status: 307, headers: { location: storage } }),
		);
		shop.carrier.media.set(storage, picture);
		expect(await runJob(shop.messaging, job)).toMatchObject({ what: "stored" });
		expect(await runJob(shop.messaging, job)).toMatchObject({ what: "already_done" });
		const row = await load();
		expect(row).toMatchObject({ status: "stored", contentType: "image/jpeg", bytes: 4 });
		expect(await (await testEnv.MESSAGE_MEDIA.get(row?.mediaKey ?? ""))?.text()).toBe("JPEG");
		expect(shop.carrier.mediaRequests).toEqual([
			{ url: fileAt("pic"), hasCredentials: true },
			{ url: storage, hasCredentials: false },
		]);
	});

	it.each([
		["card", "text/x-vcard; charset=utf-8", "text/vcard"],
		["dir", "text/directory; profile=vCard", "text/vcard"],
		["jpg", "image/jpg", "image/jpeg"],
		["amr", "audio/amr", "audio/amr"],
		["3gp", "video/3gpp", "video/3gpp"],
		// The webhook announced image/jpeg.
		["bytes", "application/octet-stream", "image/jpeg"],
	])("(%s) that is served as %s is kept", async (word, served, kept) => {
		const { shop, job, load } = await withFile(word);
		shop.carrier.media.set(fileAt(word), () => new Response("1234", { headers: { "content-type": served } }));
		expect(await runJob(shop.messaging, job)).toMatchObject({ what: "stored" });
		expect(await load()).toMatchObject({ status: "stored", contentType: kept, bytes: 4 });
	});

	it.each([
		["of another host", "evil", "https://evil.example/x.jpg"],
		["of the metadata service", "meta", "http://169.254.169.254/latest/meta-data"],
		[
			"of another account",
			"other",
			`https://carrier.example.com/2010-04-01/Accounts/AC${"1".repeat(32)}/Media/ME1`,
		],
		["that is none", "none", "not an address"],
	])("%s is never asked for", async (_name, word, url) => {
		const { shop, job, load } = await withFile(word, url);
		expect(await runJob(shop.messaging, job)).toMatchObject({ kind: "done", what: "refused" });
		expect(await load()).toMatchObject({ status: "refused", failure: expect.stringContaining("address") });
		expect(shop.carrier.mediaRequests).toEqual([]);
	});

	it.each([
		["redirected elsewhere", "redir", () => Response.redirect("https://evil.example/x", 302), "unknown host"],
		[
			"a script",
			"svg",
			() => new Response("<svg/>", { headers: { "content-type": "image/svg+xml" } }),
			"this type",
		],
		[
			"too large, as it says",
			"large",
			() => new Response("x", { headers: { "content-type": "image/png", "content-length": "99999999" } }),
			"too large",
		],
		[
			"too large, as it turns out",
			"larger",
			() => new Response("x".repeat(10_000_001), { headers: { "content-type": "image/png" } }),
			"too large",
		],
	])("%s is refused", async (_name, word, respond, failure) => {
		const { shop, job, load } = await withFile(word);
		shop.carrier.media.set(fileAt(word), respond);
		expect(await runJob(shop.messaging, job)).toMatchObject({ what: "refused" });
		expect(await load()).toMatchObject({ status: "refused", failure: expect.stringContaining(failure) });
	});

	it("is tried again when it is not there yet, and its job is sent again when it was lost", async () => {
		const { shop, job, load } = await withFile("late");
		shop.carrier.media.set(fileAt("late"), () => new Response(null, { status: 404 }));
		expect(await runJob(shop.messaging, job)).toMatchObject({ kind: "retry" });
		shop.carrier.media.set(fileAt("late"), picture);
		shop.at = new Date(Date.now() + 7200 * 1000);
		expect(await sweep(shop.messaging)).toMatchObject({ mediaResent: 1 });
		await shop.deliverJobs(60);
		expect(await load()).toMatchObject({ status: "stored" });
	});
});
