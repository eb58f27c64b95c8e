import { findNumber } from "../../numbers.ts";
import { readOptions } from "../../options.ts";
import { changeMessage, changeStatus } from "../change-status.ts";
import { receiveMessage } from "../inbound/receive-message.ts";
import { readFiles } from "../media.ts";
import type { Message } from "../message.ts";
import { untilBeat } from "./beat.ts";
import { decideFate } from "./decide-fate.ts";
import type { SendingContext } from "./sender-queue.ts";

const handoverMilliseconds = 300;
const deliveryMilliseconds = 1000;

export async function carryMessage(ctx: SendingContext, sid: string): Promise<void> {
	if (changeStatus(ctx, sid, "sending")) await handOver(ctx, sid);
}

export async function resumeCarrying(ctx: SendingContext, { sid, status }: Message): Promise<void> {
	await (status === "sent" ? arrive(ctx, sid) : handOver(ctx, sid));
}

async function handOver(ctx: SendingContext, sid: string): Promise<void> {
	await untilBeat(ctx, ctx.clock.now() + handoverMilliseconds);
	const message = ctx.messages.find(sid);
	if (!message) return;
	const fate = decideFate(ctx, message);
	if (fate.status === "failed") changeStatus(ctx, sid, "failed", { errorCode: fate.errorCode });
	else {
		changeStatus(ctx, sid, "sent", { fate });
		await arrive(ctx, sid);
	}
}

async function arrive(ctx: SendingContext, sid: string): Promise<void> {
	await untilBeat(ctx, ctx.clock.now() + deliveryMilliseconds);
	const message = ctx.messages.find(sid);
	if (!message?.fate) return;
	const { status, errorCode } = message.fate;
	if (readOptions(ctx.sql).deliveryReceipts) changeStatus(ctx, sid, status, { errorCode });
	else changeMessage(ctx, sid, { isUnfinished: false });
	if (status === "delivered") passOn(ctx, message);
}

function passOn(ctx: SendingContext, message: Message): void {
	const { from, to, body, sid } = message;
	const number = findNumber(ctx, to);
	if (number) receiveMessage(ctx, number, { from, to, body }, readFiles(ctx, sid));
}
