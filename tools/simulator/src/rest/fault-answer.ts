import type { FaultEffect } from "../faults.ts";
import { restErrorBody } from "./rest-error.ts";

export function answerFault({ code, body }: FaultEffect, status: number): Response {
	const usual = status >= 400 ? restErrorBody(status, code ?? status * 100, "Simulated fault") : {};
	return Response.json(body ?? usual, { status });
}

/** A Worker cannot drop a connection: the answer breaks off before its end. */
export function brokenAnswer(): Response {
	const body = new ReadableStream({
		pull(controller) {
			controller.error(new Error("connection dropped (fault)"));
		},
	});
	return new Response(body, { headers: { "content-type": "application/json", "content-length": "65536" } });
}
