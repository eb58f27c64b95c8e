/** Written by hand: the SDK's XML library is a tenth of the Worker. */
export function renderMessageReply(): string {
	return '<?xml version="1.0" encoding="UTF-8"?><Response/>';
}
