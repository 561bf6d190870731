import styles from '#web/features/parts/parts.module.css';

type Props = { readonly part: { readonly name: string; readonly code: string } };

/** A part by its name, its number beneath. */
export const PartName = ({ part: { name, code } }: Props) => (
  <span className={styles['partName']}>
    {name}
    <small className="figures">{code}</small>
  </span>
);
