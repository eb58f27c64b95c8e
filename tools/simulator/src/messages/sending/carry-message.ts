import type { Exchange } from "../../context.ts";
import { findNumber } from "../../numbers.ts";
import { readOptions } from "../../options.ts";
import { changeMessage, changeStatus } from "../change-status.ts";
import { receiveMessage } from "../inbound/receive-message.ts";
import { readFiles } from "../media.ts";
import type { Message } from "../message.ts";
import { untilBeat } from "./beat.ts";
import { decideFate } from "./decide-fate.ts";

/** Network time from the queue to the carrier, and from there to the phone. */
const handoverMs = 300;
const deliveryMs = 1000;

/** The way of a text from the head of its queue to the phone. */
export async function carryMessage(exchange: Exchange, sid: string): Promise<void> {
	if (changeStatus(exchange, sid, "sending")) await handOver(exchange, sid);
}

/** Goes on with a text that an earlier life of this network had begun to carry. */
export async function resumeCarrying(exchange: Exchange, { sid, status }: Message): Promise<void> {
	await (status === "sent" ? arrive(exchange, sid) : handOver(exchange, sid));
}

async function handOver(exchange: Exchange, sid: string): Promise<void> {
	await untilBeat(exchange, exchange.clock.now() + handoverMs);
	const message = exchange.messages.find(sid);
	if (!message) return;
	const fate = decideFate(exchange, message);
	if (fate.status === "failed") changeStatus(exchange, sid, "failed", { errorCode: fate.errorCode });
	else {
		changeStatus(exchange, sid, "sent", { fate });
		await arrive(exchange, sid);
	}
}

async function arrive(exchange: Exchange, sid: string): Promise<void> {
	await untilBeat(exchange, exchange.clock.now() + deliveryMs);
	const message = exchange.messages.find(sid);
	if (!message?.fate) return;
	const { status, errorCode } = message.fate;
	if (readOptions(exchange.sql).deliveryReceipts) changeStatus(exchange, sid, status, { errorCode });
	else changeMessage(exchange, sid, { isUnfinished: false });
	if (status === "delivered") passOn(exchange, message);
}

/** A text to another number of the account comes in there. */
function passOn(exchange: Exchange, message: Message): void {
	const { from, to, body, sid } = message;
	const number = findNumber(exchange, to);
	if (number) receiveMessage(exchange, number, { from, to, body }, readFiles(exchange, sid));
}
