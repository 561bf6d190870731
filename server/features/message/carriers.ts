import { createTransport } from 'nodemailer';
import type { ContactChannel } from '#domain/customer/customer.ts';
import type { StoreSettings } from '#domain/store/settings.ts';

export type Outgoing = {
  readonly messageId: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
};

/** Carries a message to its channel, or throws. */
export type Carrier = (message: Outgoing) => Promise<void>;

type Known = { readonly smtp: StoreSettings['smtp']; readonly smtpUrl: string | undefined };

/**
 * What carries a channel in this store; null where nothing does, so that its messages are held and shown. E-mail goes by
 * the store's own mail server, else by the installation's. SMS and WeChat have no carrier until a provider is contracted.
 */
export function carrierOf(channel: ContactChannel, known: Known): Carrier | null {
  return channel === 'email' ? emailCarrier(known) : null;
}

const patience = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 };

function emailCarrier({ smtp, smtpUrl }: Known): Carrier | null {
  if (smtp) {
    const { host, port, secure, from } = smtp;
    return mail(createTransport({ host, port, secure, ...patience }), from);
  }
  if (smtpUrl === undefined) return null;
  return mail(createTransport({ url: smtpUrl, ...patience }), senderIn(new URL(smtpUrl)));
}

/** `?from=` of the address, else the account when it is an e-mail address. */
function senderIn(url: URL): string {
  const account = decodeURIComponent(url.username);
  return url.searchParams.get('from') ?? (account.includes('@') ? account : `no-reply@${url.hostname}`);
}

/** The message id is stable, so that a mail sent twice by a crash in between can be known as one. */
const mail =
  (transport: ReturnType<typeof createTransport>, from: string): Carrier =>
  async ({ messageId, recipient, subject, body }) => {
    try {
      await transport.sendMail({ from, to: recipient, subject, text: body, messageId: `<${messageId}@jiaoche>` });
    } finally {
      transport.close();
    }
  };
