import { expect, it } from "vitest";
import { dropBody } from "../src/drop-body.ts";

const chunk = new Uint8Array(1024 * 1024);

const streamed = { duplex: "half" };

function post(megabytes: number) {
	const asked = { megabytes: 0 };
	const body = new ReadableStream<Uint8Array>(
		{
			pull(controller) {
				if (asked.megabytes === megabytes) return controller.close();
				asked.megabytes++;
				controller.enqueue(chunk);
			},
		},
		{ highWaterMark: 0 },
	);
	const request = new Request("https://pbx.example.com/api/calls", { method: "POST", body, ...streamed });
	return { request, asked };
}

it("reads a body that nobody wanted to its end", async () => {
	const { request, asked } = post(10);
	await dropBody(request);
	expect(asked.megabytes).toBe(10);
});

it("gives up on a body without an end", async () => {
	const { request, asked } = post(Number.POSITIVE_INFINITY);
	await dropBody(request);
	expect(asked.megabytes).toBe(33);
});

it("leaves alone what was read already, and a request without a body", async () => {
	const { request } = post(1);
	await request.arrayBuffer();
	await dropBody(request);
	await dropBody(new Request("https://pbx.example.com/api/calls"));
});
