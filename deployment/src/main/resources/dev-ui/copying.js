import { notifier } from 'notifier';

/**
 * Puts a text on the clipboard, and says so.
 */
export async function copy(text, what) {
    try {
        await navigator.clipboard.writeText(text);
        notifier.showInfoMessage(`${what} copied`);
    } catch (refused) {
        notifier.showErrorMessage(`The browser does not allow to copy: ${refused.name}`);
    }
}
