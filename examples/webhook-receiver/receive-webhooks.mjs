// Receives CloudPBX's webhooks and checks their signatures. Needs Node 20 or newer and no packages:
//
// WEBHOOK_SECRET=whsec_… PORT=3000 node receive-webhooks.mjs
//
// Copy `verifyWebhook` into your own software. The signature covers the bytes of the body: verify before you parse.
import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";

/** An older or newer delivery may be a replay. */
const toleranceSeconds = 5 * 60;
const bytesMax = 1_000_000;

/**
 * Returns the event of a delivery; throws when no secret matches its signature. For a day after a new secret is
 * made, each delivery has two signatures.
 */
export function verifyWebhook({ headers, body, secrets, now = Date.now() }) {
	const id = headers["webhook-id"];
	const timestamp = headers["webhook-timestamp"];
	const signatures = headers["webhook-signature"];
	if (!id || !timestamp || !signatures) throw new Error("The headers of a webhook are missing.");
	if (!(Math.abs(now / 1000 - Number(timestamp)) <= toleranceSeconds)) {
		throw new Error("The delivery is too old or too new.");
	}
	const given = signatures.split(" ").filter((one) => one.startsWith("v1,"));
	const expected = secrets.map((secret) => sign(secret, `${id}.${timestamp}.${body}`));
	if (!given.some((one) => expected.some((other) => isEqual(one.slice(3), other)))) {
		throw new Error("The signature is wrong.");
	}
	return JSON.parse(body);
}

function sign(secret, text) {
	const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
	return createHmac("sha256", key).update(text).digest("base64");
}

/** Takes constant time, so that its duration says nothing about the signature. */
function isEqual(one, other) {
	const [left, right] = [Buffer.from(one), Buffer.from(other)];
	return left.length === right.length && timingSafeEqual(left, right);
}

/** Ids of handled events. An event may come more than once: store them where they survive a restart. */
const handled = new Set();

async function receive(request, response) {
	const chunks = [];
	let bytes = 0;
	for await (const chunk of request) {
		bytes += chunk.length;
		if (bytes > bytesMax) return response.writeHead(413).end();
		chunks.push(chunk);
	}
	const body = Buffer.concat(chunks).toString("utf8");
	const secrets = (process.env.WEBHOOK_SECRET ?? "").split(" ").filter(Boolean);
	try {
		const event = verifyWebhook({ headers: request.headers, body, secrets });
		const id = request.headers["webhook-id"];
		if (!handled.has(id)) console.log(JSON.stringify({ id, type: event.type, data: event.data }));
		handled.add(id);
		// Answer first and work afterwards: CloudPBX waits ten seconds.
		response.writeHead(204).end();
	} catch (error) {
		console.error(error.message);
		response.writeHead(400).end();
	}
}

if (process.argv[1] === import.meta.filename) {
	const server = createServer(receive).listen(Number(process.env.PORT ?? 3000), () => {
		console.log(`Listening on http://localhost:${server.address().port}`);
	});
}
