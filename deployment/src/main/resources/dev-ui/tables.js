import { css } from 'lit';

/**
 * How the tables of the page Now look. In a narrow window each row becomes a block, its cells named by their column.
 */
export const tableStyles = css`
    :host {
        display: block;
        container-type: inline-size;
    }
    h2 {
        font-size: var(--lumo-font-size-m);
        margin: 0 0 4px;
    }
    table {
        width: 100%;
        border-collapse: collapse;
        font-size: var(--lumo-font-size-s);
    }
    th {
        text-align: left;
        font-weight: 500;
        font-size: var(--lumo-font-size-xs);
        color: var(--lumo-contrast-70pct);
    }
    th,
    td {
        padding: 5px 12px 5px 0;
        vertical-align: top;
        overflow-wrap: anywhere;
    }
    td:first-child {
        min-width: 110px;
    }
    tbody tr {
        border-top: 1px solid var(--lumo-contrast-10pct);
    }
    .number {
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
    }
    .quiet {
        color: var(--lumo-contrast-70pct);
        margin: 0;
        font-size: var(--lumo-font-size-s);
    }
    @container (max-width: 640px) {
        thead {
            display: none;
        }
        tr {
            display: block;
            padding: 6px 0;
        }
        td {
            display: grid;
            grid-template-columns: 90px minmax(0, 1fr);
            padding: 2px 0;
        }
        td:empty {
            display: none;
        }
        td::before {
            content: attr(data-column);
            font-size: var(--lumo-font-size-xs);
            color: var(--lumo-contrast-70pct);
        }
    }
`;
